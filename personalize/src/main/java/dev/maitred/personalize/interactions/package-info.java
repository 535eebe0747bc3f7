/**
 * The events of a dataset group as training needs them: users and items as dense numbers.
 *
 * <p>{@link dev.maitred.personalize.interactions.TrainingSetReader} brings bulk rows and streamed
 * events together; the ids that the numbers stand for are kept in a {@link
 * dev.maitred.personalize.interactions.Dictionary}, and what the users did last in {@link
 * dev.maitred.personalize.interactions.Histories}, both as files beside the model.
 */
@NullMarked
package dev.maitred.personalize.interactions;

import org.jspecify.annotations.NullMarked;
