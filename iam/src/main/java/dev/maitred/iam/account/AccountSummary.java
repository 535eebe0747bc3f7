package dev.maitred.iam.account;

import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.Tables;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/** How many there are of what, and how many there may be. */
public final class AccountSummary implements IamHandler {
  private final IamStore store;

  public AccountSummary(IamStore store) {
    this.store = store;
  }

  @Override
  public GetAccountSummaryResponse getAccountSummary(GetAccountSummaryRequest in) {
    Map<SummaryKeyType, Integer> sums = new HashMap<>(quotas());
    sums.putAll(store.read(this::counts));
    return GetAccountSummaryResponse.builder().summaryMap(sums).build();
  }

  private Map<SummaryKeyType, Integer> counts(Tables tables) {
    return Map.of(
        SummaryKeyType.USERS, tables.identities().count(Kind.USER),
        SummaryKeyType.GROUPS, tables.identities().count(Kind.GROUP),
        SummaryKeyType.POLICIES, tables.policies().count(store.account()));
  }

  private static Map<SummaryKeyType, Integer> quotas() {
    return Map.of(
        SummaryKeyType.USERS_QUOTA, Quota.USERS.most(),
        SummaryKeyType.GROUPS_QUOTA, Quota.GROUPS.most(),
        SummaryKeyType.POLICIES_QUOTA, Quota.POLICIES.most(),
        SummaryKeyType.ACCESS_KEYS_PER_USER_QUOTA, Quota.ACCESS_KEYS_PER_USER.most(),
        SummaryKeyType.GROUPS_PER_USER_QUOTA, Quota.GROUPS_PER_USER.most(),
        SummaryKeyType.ATTACHED_POLICIES_PER_USER_QUOTA, Quota.ATTACHED_POLICIES_PER_USER.most(),
        SummaryKeyType.ATTACHED_POLICIES_PER_ROLE_QUOTA, Quota.ATTACHED_POLICIES_PER_ROLE.most(),
        SummaryKeyType.ATTACHED_POLICIES_PER_GROUP_QUOTA, Quota.ATTACHED_POLICIES_PER_GROUP.most(),
        SummaryKeyType.VERSIONS_PER_POLICY_QUOTA, Quota.VERSIONS_PER_POLICY.most(),
        SummaryKeyType.POLICY_SIZE_QUOTA, Quota.POLICY_SIZE.most());
  }
}
