package dev.maitred.iam.authority;

import dev.maitred.policy.request.Arn;
import dev.maitred.policy.request.Context;
import dev.maitred.wire.access.Call;
import dev.maitred.wire.access.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The condition keys of a request: the operation's, the caller's, the connection's, and the global
 * ones.
 */
final class CallContext implements Context {
  /** By key in lower case. */
  private final Map<String, List<String>> values = new HashMap<>();

  private CallContext() {}

  static Context of(Call call, Requirement requirement, Map<String, List<String>> more) {
    CallContext context = new CallContext();
    context.add(requirement.context());
    context.add(more);
    context.add(call.caller().context());
    context.add(call.context());
    context.addIfAbsent("aws:RequestedRegion", call.region());
    context.addIfAbsent("aws:ViaAWSService", "false");
    context.addIfAbsent("aws:ResourceAccount", owner(requirement, call.caller().account()));
    return context.atTime(call.time());
  }

  /** The context in which AWS's services stand when they assume a role. */
  static Context ofService(Instant time, Map<String, List<String>> keys) {
    CallContext context = new CallContext();
    context.add(keys);
    return context.atTime(time);
  }

  private Context atTime(Instant time) {
    addIfAbsent("aws:CurrentTime", time.toString());
    addIfAbsent("aws:EpochTime", String.valueOf(time.getEpochSecond()));
    return this;
  }

  @Override
  public Optional<List<String>> values(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public Set<String> keys() {
    return Set.copyOf(values.keySet());
  }

  // Tags whose keys differ in case only are one condition key with several values: no Allow takes
  // them for a single one, and every Deny does.
  private void add(Map<String, List<String>> keys) {
    keys.forEach(
        (key, list) ->
            values.merge(Context.fold(key), List.copyOf(list), CallContext::concatenated));
  }

  private static List<String> concatenated(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private void addIfAbsent(String key, String value) {
    values.putIfAbsent(Context.fold(key), List.of(value));
  }

  private static String owner(Requirement requirement, String account) {
    return Arn.parse(requirement.resource())
        .map(Arn::account)
        .filter(owner -> !owner.isEmpty())
        .orElse(account);
  }
}
