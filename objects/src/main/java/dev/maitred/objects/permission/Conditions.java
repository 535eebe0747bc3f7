package dev.maitred.objects.permission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Tag;

/** The values of S3's condition keys for one requirement; what a request leaves out has none. */
final class Conditions {
  private final Map<String, List<String>> values = new HashMap<>();

  /** The value of one key. */
  Conditions with(String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, List.of(value.toString()));
    }
    return this;
  }

  /** {@code s3:ExistingObjectTag/K} for the tags that an object has. */
  Conditions withExisting(List<Tag> tags) {
    tags.forEach(tag -> with("s3:ExistingObjectTag/" + tag.key(), tag.value()));
    return this;
  }

  /** {@code s3:RequestObjectTag/K} and {@code s3:RequestObjectTagKeys} for tags to be set. */
  Conditions withRequested(List<Tag> tags) {
    tags.forEach(tag -> with("s3:RequestObjectTag/" + tag.key(), tag.value()));
    if (!tags.isEmpty()) {
      values.put("s3:RequestObjectTagKeys", tags.stream().map(Tag::key).toList());
    }
    return this;
  }

  Map<String, List<String>> values() {
    return values;
  }
}
