package dev.maitred.personalize.lifecycle;

import dev.maitred.personalize.resource.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * A resource that a create operation asks for.
 *
 * @param parent as in {@link dev.maitred.personalize.resource.ResourceTable#insert}
 * @param shape its description, but for status and times
 * @param tags the tags of the operation, empty if it was given none
 */
public record Draft<T extends SdkPojo>(
    Kind<T> kind, String arn, String name, @Nullable String parent, T shape, List<Tag> tags) {
  public Draft {
    tags = List.copyOf(tags);
  }
}
