package dev.maitred.personalize.resource;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * The tags of resources, inside one transaction: at most 50 a resource, in the order they were
 * first set, gone with their resource.
 */
public final class Tags {
  private static final int MAX = 50;

  private final Handle handle;

  public Tags(Handle handle) {
    this.handle = handle;
  }

  /** The tags of {@code arn}; none if there is no such resource. */
  public List<Tag> of(String arn) {
    return handle
        .createQuery("select key, value from personalize_tag where arn = :arn order by position")
        .bind("arn", arn)
        .map(
            (row, context) ->
                Tag.builder().tagKey(row.getString("key")).tagValue(row.getString("value")).build())
        .list();
  }

  /**
   * Adds tags to a resource, or changes their values.
   *
   * @throws dev.maitred.wire.AwsError InvalidInputException or TooManyTagsException
   */
  public void put(String arn, List<Tag> tags) {
    TagRules.check(tags);
    Map<String, String> all = new LinkedHashMap<>();
    of(arn).forEach(tag -> all.put(tag.tagKey(), tag.tagValue()));
    tags.forEach(tag -> all.put(tag.tagKey(), tag.tagValue()));
    if (all.size() > MAX) {
      throw PersonalizeErrors.tooManyTags(
          "A resource can have %d tags, and %s would have %d.".formatted(MAX, arn, all.size()));
    }
    replace(arn, all);
  }

  /** Removes the tags with these keys; keys that the resource does not have are passed over. */
  public void remove(String arn, Collection<String> keys) {
    keys.forEach(
        key -> handle.execute("delete from personalize_tag where arn = ? and key = ?", arn, key));
  }

  private void replace(String arn, Map<String, String> tags) {
    handle.execute("delete from personalize_tag where arn = ?", arn);
    int position = 0;
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      handle.execute(
          "insert into personalize_tag (arn, position, key, value) values (?, ?, ?, ?)",
          arn,
          position++,
          tag.getKey(),
          tag.getValue());
    }
  }
}
