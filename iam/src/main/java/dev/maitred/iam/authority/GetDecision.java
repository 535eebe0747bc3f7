package dev.maitred.iam.authority;

import dev.maitred.policy.explain.Explanation;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.ExtraOperation;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /maitred/decisions/{requestId}}: why a request was denied, by its {@code
 * x-amzn-RequestId}.
 *
 * <p>It requires {@code maitred:GetDecision} on {@code
 * arn:aws:maitred:REGION:ACCOUNT:decision/REQUEST_ID}. The answer is {@code {"requestId": …,
 * "text": …, "explanation": {…}}}: a few lines for people, and the same for programs with every
 * statement that was considered. Of the latest 10,000 denials only, and none from before the
 * server's start.
 */
public final class GetDecision {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ACTION = "maitred:GetDecision";

  private final Decisions decisions;

  public GetDecision(Decisions decisions) {
    this.decisions = decisions;
  }

  public ExtraOperation operation() {
    return new ExtraOperation(
        "GET",
        ExtraOperation.PREFIX + "decisions/{requestId}",
        in -> List.of(Requirement.of(ACTION, arn(requestId(in)))),
        in -> answer(requestId(in)));
  }

  private static String requestId(ExtraOperation.Request in) {
    return in.labels().getOrDefault("requestId", "");
  }

  private static String arn(String requestId) {
    Call call = Call.current();
    return "arn:aws:maitred:"
        + call.region()
        + ":"
        + call.caller().account()
        + ":decision/"
        + requestId;
  }

  private String answer(String requestId) {
    Explanation explanation =
        decisions
            .find(requestId)
            .orElseThrow(
                () ->
                    AwsError.of(
                        "ResourceNotFoundException",
                        404,
                        "There is no denial of a request " + requestId + " to explain"));
    ObjectNode answer = JSON.createObjectNode();
    answer.put("requestId", requestId);
    answer.put("text", explanation.toText());
    answer.set("explanation", JSON.readTree(explanation.toJson()));
    return JSON.writeValueAsString(answer);
  }
}
