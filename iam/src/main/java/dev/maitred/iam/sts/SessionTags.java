package dev.maitred.iam.sts;

import dev.maitred.iam.caller.Grants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * The tags of a new session: those asked for, and those that the calling session hands on.
 *
 * <p>Keys ignore case. Tags handed on can't be set anew (IAM user guide, "Pass session tags in AWS
 * STS").
 *
 * @param tags by key
 * @param transitiveKeys those that sessions chained to the new one inherit
 */
record SessionTags(Map<String, String> tags, List<String> transitiveKeys) {

  /** The tags of the session that {@code in} asks for, called in the session {@code calling}. */
  static SessionTags of(AssumeRoleRequest in, Optional<Grants> calling) {
    Map<String, String> asked = asked(in);
    TreeSet<String> transitive = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    transitive.addAll(in.transitiveTagKeys());
    if (!asked.keySet().containsAll(transitive)) {
      throw StsErrors.invalidParameterValue(
          "The specified transitive tag key must be included in the requested tags.");
    }
    Map<String, String> inherited = inherited(calling);
    if (asked.keySet().stream().anyMatch(inherited::containsKey)) {
      throw StsErrors.invalidParameterValue(
          "One of the specified transitive tag keys can't be set because it conflicts with a"
              + " transitive tag key from the calling session.");
    }
    Map<String, String> all = new LinkedHashMap<>(asked);
    all.putAll(inherited);
    return new SessionTags(
        all, Stream.concat(transitive.stream(), inherited.keySet().stream()).toList());
  }

  private static Map<String, String> asked(AssumeRoleRequest in) {
    Map<String, String> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Tag tag : in.tags()) {
      if (asked.put(tag.key(), tag.value()) != null) {
        throw StsErrors.invalidParameterValue(
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
    }
    return asked;
  }

  private static Map<String, String> inherited(Optional<Grants> calling) {
    Map<String, String> inherited = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    calling.ifPresent(grants -> inherited.putAll(grants.tags()));
    Set<String> handedOn = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    calling.ifPresent(grants -> handedOn.addAll(grants.transitiveTagKeys()));
    inherited.keySet().retainAll(handedOn);
    return inherited;
  }
}
