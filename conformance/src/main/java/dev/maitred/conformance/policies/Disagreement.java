package dev.maitred.conformance.policies;

/**
 * A case and what the two sides say of it; they may also agree.
 *
 * @param why of the oracle, if it refuses
 */
record Disagreement(PolicyCase given, Verdict ours, Verdict oracles, String why) {
  static Disagreement of(PolicyCase given, Oracle.Answer answer) {
    return new Disagreement(given, given.verdict(), answer.verdict(), answer.why());
  }

  boolean isOne() {
    return ours != oracles;
  }

  String verdicts() {
    return "we say " + ours + ", iam-simulate says " + oracles;
  }
}
