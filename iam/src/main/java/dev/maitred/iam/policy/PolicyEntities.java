package dev.maitred.iam.policy;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.operation.IamHandler;
import dev.maitred.iam.operation.Lookup;
import dev.maitred.iam.operation.Page;
import dev.maitred.iam.store.IamStore;
import dev.maitred.iam.store.Identity;
import dev.maitred.iam.store.Kind;
import dev.maitred.iam.store.Tables;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyUser;

/** Who has a managed policy, attached or as a boundary. */
public final class PolicyEntities implements IamHandler {
  private final IamStore store;

  public PolicyEntities(IamStore store) {
    this.store = store;
  }

  @Override
  public ListEntitiesForPolicyResponse listEntitiesForPolicy(ListEntitiesForPolicyRequest in) {
    String prefix = Lookup.path(in.pathPrefix());
    List<Identity> entities =
        store.read(tables -> entities(tables, in.policyArn(), in.policyUsageFilter())).stream()
            .filter(entity -> isOf(entity.kind(), in.entityFilter()))
            .filter(entity -> entity.path().startsWith(prefix))
            .toList();
    Page<Identity> page =
        Page.of(entities, e -> e.kind() + " " + e.name(), in.marker(), in.maxItems());
    return ListEntitiesForPolicyResponse.builder()
        .policyUsers(only(page, Kind.USER, PolicyEntities::user))
        .policyGroups(only(page, Kind.GROUP, PolicyEntities::group))
        .policyRoles(only(page, Kind.ROLE, PolicyEntities::role))
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static List<Identity> entities(
      Tables tables, String arn, @Nullable PolicyUsageType usage) {
    if (tables.policies().find(arn).isEmpty()) {
      throw IamErrors.notAttachable(arn);
    }
    List<Identity> attached = tables.attachments().to(arn);
    List<Identity> bounded = tables.identities().boundedBy(arn);
    return switch (usage) {
      case PERMISSIONS_POLICY -> attached;
      case PERMISSIONS_BOUNDARY -> bounded;
      case null, default -> Stream.concat(attached.stream(), bounded.stream()).distinct().toList();
    };
  }

  private static boolean isOf(Kind kind, @Nullable EntityType filter) {
    return switch (filter) {
      case USER -> kind == Kind.USER;
      case GROUP -> kind == Kind.GROUP;
      case ROLE -> kind == Kind.ROLE;
      case null, default -> true;
    };
  }

  private static <T> List<T> only(Page<Identity> page, Kind kind, Function<Identity, T> shown) {
    return page.items().stream().filter(e -> e.kind() == kind).map(shown).toList();
  }

  private static PolicyUser user(Identity user) {
    return PolicyUser.builder().userName(user.name()).userId(user.id()).build();
  }

  private static PolicyGroup group(Identity group) {
    return PolicyGroup.builder().groupName(group.name()).groupId(group.id()).build();
  }

  private static PolicyRole role(Identity role) {
    return PolicyRole.builder().roleName(role.name()).roleId(role.id()).build();
  }
}
