/** The SDK's model classes, read and written by walking their {@code SdkField}s. */
@NullMarked
package dev.maitred.wire.shape;

import org.jspecify.annotations.NullMarked;
