package dev.maitred.conformance.policies;

import java.io.IOException;
import java.util.List;

/** Whom the policy engine is compared with. */
@FunctionalInterface
interface Oracle {

  /**
   * One answer.
   *
   * @param why of a refusal; otherwise empty
   */
  record Answer(Verdict verdict, String why) {}

  /** The answers, in the order of the cases. */
  List<Answer> ask(List<PolicyCase> cases) throws IOException;
}
