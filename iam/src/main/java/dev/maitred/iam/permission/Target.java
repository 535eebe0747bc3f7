package dev.maitred.iam.permission;

import dev.maitred.wire.access.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * What an operation is done to.
 *
 * @param arn the resource, or {@code *}
 * @param context the condition keys that the operation carries for it
 */
record Target(String arn, Map<String, List<String>> context) {

  private static final String TAG_KEYS = "aws:TagKeys";

  static final Target ALL = new Target("*", Map.of());

  static Target of(String arn) {
    return new Target(arn, Map.of());
  }

  Requirement requirement(String action) {
    return new Requirement(action, arn, context);
  }

  /** This target with a key, if it has a value. */
  Target with(String key, @Nullable String value) {
    return with(key, Optional.ofNullable(value));
  }

  Target with(String key, Optional<String> value) {
    return value.map(v -> plus(Map.of(key, List.of(v)))).orElse(this);
  }

  /** This target as it is now tagged. */
  Target tagged(Map<String, String> tags) {
    Map<String, List<String>> keys = new HashMap<>();
    tags.forEach(
        (key, value) -> {
          keys.put("aws:ResourceTag/" + key, List.of(value));
          keys.put("iam:ResourceTag/" + key, List.of(value));
        });
    return plus(keys);
  }

  /** This target with tags in the request. */
  Target requesting(List<Tag> tags) {
    if (tags.isEmpty()) {
      return this;
    }
    Map<String, List<String>> keys = new HashMap<>();
    tags.forEach(tag -> keys.put("aws:RequestTag/" + tag.key(), List.of(tag.value())));
    return plus(keys).withTagKeys(tags.stream().map(Tag::key).toList());
  }

  /** Whether there are tags in the request. */
  boolean requestsTags() {
    return context.containsKey(TAG_KEYS);
  }

  /** This target with the keys of tags in the request. */
  Target withTagKeys(List<String> tagKeys) {
    return plus(Map.of(TAG_KEYS, tagKeys));
  }

  private Target plus(Map<String, List<String>> more) {
    Map<String, List<String>> all = new HashMap<>(context);
    all.putAll(more);
    return new Target(arn, all);
  }
}
