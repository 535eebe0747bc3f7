/**
 * The resources of the control plane: one durable table by ARN, whose documents are AWS's own
 * {@code Describe} shapes.
 *
 * <p>{@link dev.maitred.personalize.resource.Resources} opens transactions; inside one, {@link
 * dev.maitred.personalize.resource.ResourceTable} reads and writes rows typed by their {@link
 * dev.maitred.personalize.resource.Kind}. {@link dev.maitred.personalize.resource.Status} is read
 * from the document, never stored beside it. {@link dev.maitred.personalize.resource.Tags} go with
 * the resource they are on. Every error that the three Personalize services answer is made in
 * {@link dev.maitred.personalize.resource.PersonalizeErrors}.
 */
@NullMarked
package dev.maitred.personalize.resource;

import org.jspecify.annotations.NullMarked;
