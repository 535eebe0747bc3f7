package dev.maitred.iam.tag;

import dev.maitred.iam.operation.IamErrors;
import dev.maitred.iam.store.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * The tags of one entity. Users and roles ignore the case of keys, so that {@code department}
 * replaces {@code Department}; policies keep them apart.
 */
public final class TagSet {
  private static final int MAX_TAGS = 50;

  private final String noun;
  private final TreeMap<String, Tag> byKey;

  private TagSet(String noun, Comparator<String> order, List<Tag> tags) {
    this.noun = noun;
    this.byKey = new TreeMap<>(order);
    tags.forEach(tag -> byKey.put(tag.key(), tag));
  }

  /** The tags of a new user or role. */
  public static TagSet ofIdentity(Kind kind, List<Tag> tags) {
    return identity(kind, List.of()).plus(tags);
  }

  /** The tags of a new policy. */
  public static TagSet ofPolicy(List<Tag> tags) {
    return policy(List.of()).plus(tags);
  }

  static TagSet identity(Kind kind, List<Tag> tags) {
    return new TagSet(kind.title(), String.CASE_INSENSITIVE_ORDER, tags);
  }

  static TagSet policy(List<Tag> tags) {
    return new TagSet("Policy", Comparator.naturalOrder(), tags);
  }

  /** Adds the tags, each in place of the one of the same key. */
  TagSet plus(List<Tag> added) {
    refuseDuplicates(added);
    for (Tag tag : added) {
      if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
        throw IamErrors.invalidInput(
            "Tag key " + tag.key() + " starts with aws:, which is kept for AWS's own tags.");
      }
      byKey.remove(tag.key());
      byKey.put(tag.key(), tag);
    }
    if (byKey.size() > MAX_TAGS) {
      throw IamErrors.quota("TagsPer" + noun, MAX_TAGS);
    }
    return this;
  }

  TagSet minus(List<String> keys) {
    keys.forEach(byKey::remove);
    return this;
  }

  private void refuseDuplicates(List<Tag> added) {
    TreeMap<String, Tag> seen = new TreeMap<>(byKey.comparator());
    for (Tag tag : added) {
      if (seen.put(tag.key(), tag) != null) {
        throw IamErrors.invalidInput(
            noun.equals("Policy")
                ? "Duplicate tag keys found."
                : "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
    }
  }

  /** The tags by key. */
  public List<Tag> tags() {
    return List.copyOf(byKey.values());
  }
}
