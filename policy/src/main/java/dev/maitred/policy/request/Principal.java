package dev.maitred.policy.request;

/** The caller whose request is to be decided. */
public sealed interface Principal {
  /** The name AWS's messages call it by: its ARN, or what stands for one. */
  String arn();

  /** The account it belongs to, 12 digits; empty where it belongs to none. */
  String account();

  /** The root user of an account. */
  record Root(String partition, String account) implements Principal {
    @Override
    public String arn() {
      return "arn:" + partition + ":iam::" + account + ":root";
    }
  }

  /**
   * An IAM user, with long-term keys or with a session of {@code GetSessionToken}.
   *
   * @param id its unique id, {@code AIDA...}
   */
  record User(String arn, String account, String id) implements Principal {}

  /**
   * A session of a role.
   *
   * @param arn of the session, {@code arn:aws:sts::A:assumed-role/NAME/SESSION}
   * @param roleArn of the role, {@code arn:aws:iam::A:role/PATH/NAME}
   * @param roleId the role's unique id, {@code AROA...}
   */
  record RoleSession(String arn, String account, String roleArn, String roleId)
      implements Principal {}

  /**
   * A session of {@code GetFederationToken}.
   *
   * @param arn of the session, {@code arn:aws:sts::A:federated-user/NAME}
   * @param userArn of the user who made it
   */
  record FederatedUser(String arn, String account, String userArn) implements Principal {}

  /**
   * An AWS service acting for itself.
   *
   * @param name its host name, {@code personalize.amazonaws.com}
   */
  record Service(String name) implements Principal {
    @Override
    public String arn() {
      return name;
    }

    @Override
    public String account() {
      return "";
    }
  }

  /**
   * Someone an identity provider vouches for, before any role is assumed.
   *
   * @param provider the provider's ARN or issuer name
   */
  record Federated(String provider) implements Principal {
    @Override
    public String arn() {
      return provider;
    }

    @Override
    public String account() {
      return "";
    }
  }

  /** A caller who did not sign the request. */
  record Anonymous() implements Principal {
    @Override
    public String arn() {
      return "anonymous";
    }

    @Override
    public String account() {
      return "";
    }
  }
}
