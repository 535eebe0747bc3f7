package dev.maitred.personalize.tag;

import dev.maitred.personalize.resource.Kind;
import dev.maitred.personalize.resource.PersonalizeErrors;
import dev.maitred.personalize.resource.PersonalizeHandler;
import dev.maitred.personalize.resource.ResourceTable;
import dev.maitred.personalize.resource.Resources;
import software.amazon.awssdk.services.personalize.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.personalize.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.personalize.model.TagResourceRequest;
import software.amazon.awssdk.services.personalize.model.TagResourceResponse;
import software.amazon.awssdk.services.personalize.model.UntagResourceRequest;
import software.amazon.awssdk.services.personalize.model.UntagResourceResponse;

/** The operations on the tags of resources that exist. */
public final class TagHandler implements PersonalizeHandler {
  private static final int MAX_KEYS = 50;

  private final Resources resources;

  public TagHandler(Resources resources) {
    this.resources = resources;
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest in) {
    resources.change(
        table -> {
          requireTaggable(table, in.resourceArn());
          table.tags().put(in.resourceArn(), in.tags());
        });
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest in) {
    if (in.tagKeys().size() > MAX_KEYS) {
      throw PersonalizeErrors.tooManyTagKeys(
          "A resource has at most %d tags, and %d tag keys are given."
              .formatted(MAX_KEYS, in.tagKeys().size()));
    }
    resources.change(
        table -> {
          requireTaggable(table, in.resourceArn());
          table.tags().remove(in.resourceArn(), in.tagKeys());
        });
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest in) {
    return resources.read(
        table -> {
          requireTaggable(table, in.resourceArn());
          return ListTagsForResourceResponse.builder()
              .tags(table.tags().of(in.resourceArn()))
              .build();
        });
  }

  private static void requireTaggable(ResourceTable table, String arn) {
    Kind<?> kind = table.kind(arn).orElseThrow(() -> PersonalizeErrors.resourceNotFound(arn));
    if (!kind.taggable()) {
      throw PersonalizeErrors.invalidInput(
          "The resource %s is a %s, which has no tags.".formatted(arn, kind.noun()));
    }
  }
}
