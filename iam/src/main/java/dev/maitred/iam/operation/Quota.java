package dev.maitred.iam.operation;

import dev.maitred.wire.AwsError;

/** IAM's quotas, as new accounts have them (IAM user guide, "IAM and AWS STS quotas"). */
public enum Quota {
  USERS("UsersPerAccount", 5000),
  GROUPS("GroupsPerAccount", 300),
  ROLES("RolesPerAccount", 1000),
  POLICIES("PoliciesPerAccount", 1500),
  GROUPS_PER_USER("GroupsPerUser", 10),
  ACCESS_KEYS_PER_USER("AccessKeysPerUser", 2),
  ATTACHED_POLICIES_PER_USER("PoliciesPerUser", 10),
  ATTACHED_POLICIES_PER_GROUP("PoliciesPerGroup", 10),
  ATTACHED_POLICIES_PER_ROLE("PoliciesPerRole", 10),
  VERSIONS_PER_POLICY("VersionsPerPolicy", 5),
  POLICY_SIZE("PolicySize", 6144);

  private final String title;
  private final int most;

  Quota(String title, int most) {
    this.title = title;
    this.most = most;
  }

  public int most() {
    return most;
  }

  /**
   * Passes if there is room for one more.
   *
   * @param present how many there are
   * @throws AwsError LimitExceeded
   */
  public void requireRoom(int present) {
    if (present >= most) {
      throw exceeded();
    }
  }

  /** The refusal. */
  public AwsError exceeded() {
    return IamErrors.quota(title, most);
  }
}
