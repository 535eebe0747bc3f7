package dev.maitred.bench.decisions.cedar;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question to Cedar's policies.
 *
 * @param entities what the policies need to know of the action and the resource
 */
record CedarRequest(AuthorizationRequest request, Set<Entity> entities) {
  private static final EntityTypeName USER = EntityTypeName.parse("User").orElseThrow();
  private static final EntityTypeName ACTION = EntityTypeName.parse("Action").orElseThrow();
  private static final EntityTypeName RESOURCE = EntityTypeName.parse("Resource").orElseThrow();

  /** May the analyst do this? The policies name neither groups of actions nor resources. */
  static CedarRequest of(String action, String arn) {
    return new CedarRequest(request(action, arn, Map.of()), Set.of());
  }

  /**
   * The same to policies that do.
   *
   * @param groups patterns of policies that the action fits, as groups that it is in
   */
  static CedarRequest of(
      String action, Set<String> groups, String arn, Map<String, Value> context) {
    Set<EntityUID> parents = groups.stream().map(ACTION::of).collect(Collectors.toSet());
    Entity inGroups = new Entity(ACTION.of(action), parents);
    Entity named =
        new Entity(RESOURCE.of(arn), Map.of("arn", new PrimString(arn)), Set.<EntityUID>of());
    return new CedarRequest(
        request(action, arn, context), parents.isEmpty() ? Set.of(named) : Set.of(named, inGroups));
  }

  private static AuthorizationRequest request(
      String action, String arn, Map<String, Value> context) {
    return new AuthorizationRequest(
        USER.of("analyst"), ACTION.of(action), RESOURCE.of(arn), context);
  }
}
