package dev.maitred.personalize.resource;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What the model leaves open about tags: keys are unique and do not begin with {@code aws:}, in any
 * case of letters.
 */
final class TagRules {
  private TagRules() {}

  static void check(List<Tag> tags) {
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      if (!keys.add(tag.tagKey())) {
        throw PersonalizeErrors.invalidInput(
            "The tag key " + tag.tagKey() + " is given more than once.");
      }
      if (tag.tagKey().toLowerCase(Locale.ROOT).startsWith("aws:")) {
        throw PersonalizeErrors.invalidInput(
            "The tag key " + tag.tagKey() + " begins with aws:, which is reserved for AWS.");
      }
    }
  }
}
