package dev.maitred.iam.policy;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.operation.Quota;
import dev.maitred.iam.operation.UrlText;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.Tables;
import dev.maitred.iam.store.Version;
import dev.maitred.wire.AwsError;
import dev.maitred.wire.Fault;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionResponse;

/**
 * The versions of managed policies: at most five at a time, one of them in force, numbers never
 * given twice.
 */
public final class PolicyVersions implements IamHandler {
  private final IamStore store;

  public PolicyVersions(IamStore store) {
    this.store = store;
  }

  @Override
  public CreatePolicyVersionResponse createPolicyVersion(CreatePolicyVersionRequest in) {
    PolicyText.checkManaged(in.policyDocument());
    boolean setAsDefault = Boolean.TRUE.equals(in.setAsDefault());
    Version version =
        store.write(tables -> add(tables, in.policyArn(), in.policyDocument(), setAsDefault));
    return CreatePolicyVersionResponse.builder().policyVersion(listed(version)).build();
  }

  private static Version add(Tables tables, String arn, String document, boolean setAsDefault) {
    ManagedPolicy policy = customerPolicy(tables, arn);
    if (tables.versions().of(arn).size() >= Quota.VERSIONS_PER_POLICY.most()) {
      throw IamErrors.limitExceeded(
          "A managed policy can have up to 5 versions. Before you create a new version, you must"
              + " delete an existing version.");
    }
    Instant now = Lookup.now();
    Version version = new Version(policy.latest() + 1, setAsDefault, now, document);
    tables
        .policies()
        .put(policy.with(policy.policy().toBuilder().updateDate(now).build(), version.number()));
    tables.versions().put(arn, version);
    return version;
  }

  @Override
  public GetPolicyVersionResponse getPolicyVersion(GetPolicyVersionRequest in) {
    Version version = store.read(tables -> find(tables, in.policyArn(), in.versionId()));
    return GetPolicyVersionResponse.builder()
        .policyVersion(
            listed(version).toBuilder().document(UrlText.encode(version.document())).build())
        .build();
  }

  @Override
  public ListPolicyVersionsResponse listPolicyVersions(ListPolicyVersionsRequest in) {
    List<Version> versions =
        store.read(tables -> tables.versions().of(Lookup.policy(tables, in.policyArn()).arn()));
    Page<Version> page = Page.of(versions, PolicyVersions::newestFirst, in.marker(), in.maxItems());
    return ListPolicyVersionsResponse.builder()
        .versions(page.map(PolicyVersions::listed))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static String newestFirst(Version version) {
    return String.valueOf(Integer.MAX_VALUE - version.number());
  }

  @Override
  public DeletePolicyVersionResponse deletePolicyVersion(DeletePolicyVersionRequest in) {
    store.change(
        tables -> {
          customerPolicy(tables, in.policyArn());
          Version version = find(tables, in.policyArn(), in.versionId());
          if (version.isDefault()) {
            throw IamErrors.deleteConflict("Cannot delete the default version of a policy.");
          }
          tables.versions().delete(in.policyArn(), version);
        });
    return DeletePolicyVersionResponse.builder().build();
  }

  @Override
  public SetDefaultPolicyVersionResponse setDefaultPolicyVersion(
      SetDefaultPolicyVersionRequest in) {
    store.change(
        tables -> {
          ManagedPolicy policy = customerPolicy(tables, in.policyArn());
          Version version = find(tables, in.policyArn(), in.versionId());
          tables.versions().makeDefault(policy.arn(), version.number());
          tables
              .policies()
              .put(
                  policy.with(
                      policy.policy().toBuilder().updateDate(Lookup.now()).build(),
                      policy.latest()));
        });
    return SetDefaultPolicyVersionResponse.builder().build();
  }

  private static ManagedPolicy customerPolicy(Tables tables, String arn) {
    ManagedPolicy policy = Lookup.policy(tables, arn);
    refuseAws(policy);
    return policy;
  }

  /** AWS's own policies can be read and attached by everyone and changed by nobody. */
  static void refuseAws(ManagedPolicy policy) {
    if (policy.isAws()) {
      throw AwsError.of(
          Fault.ACCESS_DENIED, "Cannot modify or delete an AWS managed policy: " + policy.arn());
    }
  }

  private static Version find(Tables tables, String arn, String versionId) {
    Lookup.policy(tables, arn);
    return tables
        .versions()
        .find(arn, versionId)
        .orElseThrow(() -> IamErrors.noSuchVersion(arn, versionId));
  }

  private static PolicyVersion listed(Version version) {
    return PolicyVersion.builder()
        .versionId(version.id())
        .isDefaultVersion(version.isDefault())
        .createDate(version.created())
        .build();
  }
}
