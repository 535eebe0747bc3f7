package dev.maitred.personalize.resource;

import software.amazon.awssdk.services.personalize.PersonalizeClient;

/**
 * A part of the control plane: it overrides the operations of its feature and leaves all others
 * alone.
 */
public interface PersonalizeHandler extends PersonalizeClient {
  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
