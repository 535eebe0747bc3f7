package dev.maitred.policy.decide;

/** The kinds of policy that take part in a decision, in the order in which they are asked. */
public enum Layer {
  SERVICE_CONTROL("service control policy", "a service control policy"),
  RESOURCE("resource-based policy", "a resource-based policy"),
  ROLE_TRUST("role trust policy", "the role trust policy"),
  IDENTITY("identity-based policy", "an identity-based policy"),
  BOUNDARY("permissions boundary", "a permissions boundary"),
  SESSION("session policy", "a session policy");

  private final String noun;
  private final String nounWithArticle;

  Layer(String noun, String nounWithArticle) {
    this.noun = noun;
    this.nounWithArticle = nounWithArticle;
  }

  /** Its name in AWS's messages: {@code identity-based policy}. */
  public String noun() {
    return noun;
  }

  /** The same with its article. */
  public String nounWithArticle() {
    return nounWithArticle;
  }

  /** Whether its statements name principals. */
  boolean attachedToResource() {
    return this == RESOURCE || this == ROLE_TRUST;
  }
}
