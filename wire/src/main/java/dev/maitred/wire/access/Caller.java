package dev.maitred.wire.access;

import java.util.List;
import java.util.Map;

/**
 * The identity behind a verified signature, as IAM knew it at that moment.
 *
 * @param type what kind of principal this is
 * @param account the 12-digit account it belongs to
 * @param arn the ARN that messages name: the user's, {@code arn:aws:iam::A:root}, or the session's
 *     ({@code arn:aws:sts::A:assumed-role/ROLE/SESSION})
 * @param userId the unique id, {@code aws:userid}: {@code AIDA…}, {@code AROA…:session}, or the
 *     account id for root
 * @param accessKeyId the access key that signed, empty for a service acting by itself
 * @param context the condition keys that come from the identity ({@code aws:username}, {@code
 *     aws:PrincipalArn}, …) with their values
 */
public record Caller(
    Type type,
    String account,
    String arn,
    String userId,
    String accessKeyId,
    Map<String, List<String>> context) {

  /** The kinds of principal, named as {@code aws:PrincipalType} names them. */
  public enum Type {
    ROOT("Account"),
    USER("User"),
    ASSUMED_ROLE("AssumedRole");

    private final String principalType;

    Type(String principalType) {
      this.principalType = principalType;
    }

    public String principalType() {
      return principalType;
    }
  }

  public Caller {
    context = Map.copyOf(context);
  }
}
