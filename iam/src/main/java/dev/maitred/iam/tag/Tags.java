package dev.maitred.iam.tag;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.ManagedPolicy;
import dev.maitred.iam.store.Tables;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;
import software.amazon.awssdk.services.iam.model.User;

/** Tags on users, roles and customer managed policies. */
public final class Tags implements IamHandler {
  private final IamStore store;

  public Tags(IamStore store) {
    this.store = store;
  }

  @Override
  public TagUserResponse tagUser(TagUserRequest in) {
    changeUser(in.userName(), tags -> tags.plus(in.tags()));
    return TagUserResponse.builder().build();
  }

  @Override
  public UntagUserResponse untagUser(UntagUserRequest in) {
    changeUser(in.userName(), tags -> tags.minus(in.tagKeys()));
    return UntagUserResponse.builder().build();
  }

  @Override
  public ListUserTagsResponse listUserTags(ListUserTagsRequest in) {
    List<Tag> tags = store.read(tables -> Lookup.user(tables, in.userName()).as(User.class)).tags();
    Page<Tag> page = page(tags, in.marker(), in.maxItems());
    return ListUserTagsResponse.builder()
        .tags(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public TagRoleResponse tagRole(TagRoleRequest in) {
    changeRole(in.roleName(), tags -> tags.plus(in.tags()));
    return TagRoleResponse.builder().build();
  }

  @Override
  public UntagRoleResponse untagRole(UntagRoleRequest in) {
    changeRole(in.roleName(), tags -> tags.minus(in.tagKeys()));
    return UntagRoleResponse.builder().build();
  }

  @Override
  public ListRoleTagsResponse listRoleTags(ListRoleTagsRequest in) {
    List<Tag> tags = store.read(tables -> Lookup.role(tables, in.roleName()).as(Role.class)).tags();
    Page<Tag> page = page(tags, in.marker(), in.maxItems());
    return ListRoleTagsResponse.builder()
        .tags(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  @Override
  public TagPolicyResponse tagPolicy(TagPolicyRequest in) {
    changePolicy(in.policyArn(), tags -> tags.plus(in.tags()));
    return TagPolicyResponse.builder().build();
  }

  @Override
  public UntagPolicyResponse untagPolicy(UntagPolicyRequest in) {
    changePolicy(in.policyArn(), tags -> tags.minus(in.tagKeys()));
    return UntagPolicyResponse.builder().build();
  }

  @Override
  public ListPolicyTagsResponse listPolicyTags(ListPolicyTagsRequest in) {
    List<Tag> tags = store.read(tables -> Lookup.policy(tables, in.policyArn()).policy()).tags();
    Page<Tag> page = page(tags, in.marker(), in.maxItems());
    return ListPolicyTagsResponse.builder()
        .tags(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private void changeUser(String name, UnaryOperator<TagSet> change) {
    store.change(
        tables -> {
          Identity found = Lookup.user(tables, name);
          User user = found.as(User.class);
          List<Tag> tags = change.apply(TagSet.identity(Kind.USER, user.tags())).tags();
          tables.identities().update(found.with(user.toBuilder().tags(orNone(tags)).build()));
        });
  }

  private void changeRole(String name, UnaryOperator<TagSet> change) {
    store.change(
        tables -> {
          Identity found = Lookup.role(tables, name);
          Role role = found.as(Role.class);
          List<Tag> tags = change.apply(TagSet.identity(Kind.ROLE, role.tags())).tags();
          tables.identities().update(found.with(role.toBuilder().tags(orNone(tags)).build()));
        });
  }

  private void changePolicy(String arn, UnaryOperator<TagSet> change) {
    store.change(
        tables -> {
          ManagedPolicy found = customerPolicy(tables, arn);
          Policy policy = found.policy();
          List<Tag> tags = change.apply(TagSet.policy(policy.tags())).tags();
          tables.policies().put(found.with(policy.toBuilder().tags(tags).build(), found.latest()));
        });
  }

  // Users and roles show their tags only if there are any; policies always.
  private static @Nullable List<Tag> orNone(List<Tag> tags) {
    return tags.isEmpty() ? null : tags;
  }

  private static ManagedPolicy customerPolicy(Tables tables, String arn) {
    ManagedPolicy policy = Lookup.policy(tables, arn);
    if (policy.isAws()) {
      throw IamErrors.noSuchPolicy(arn);
    }
    return policy;
  }

  private static Page<Tag> page(
      List<Tag> tags, @Nullable String marker, @Nullable Integer maxItems) {
    return Page.of(tags, Tag::key, marker, maxItems);
  }
}
