package dev.maitred.iam.account;

import dev.maitred.iam.operation.IamHandler;
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
        SummaryKeyType.USERS_QUOTA, 5000,
        SummaryKeyType.GROUPS_QUOTA, 300,
        SummaryKeyType.POLICIES_QUOTA, 1500,
        SummaryKeyType.ACCESS_KEYS_PER_USER_QUOTA, 2,
        SummaryKeyType.GROUPS_PER_USER_QUOTA, 10,
        SummaryKeyType.ATTACHED_POLICIES_PER_USER_QUOTA, 10,
        SummaryKeyType.ATTACHED_POLICIES_PER_ROLE_QUOTA, 10,
        SummaryKeyType.ATTACHED_POLICIES_PER_GROUP_QUOTA, 10,
        SummaryKeyType.VERSIONS_PER_POLICY_QUOTA, 5,
        SummaryKeyType.POLICY_SIZE_QUOTA, 6144);
  }
}
