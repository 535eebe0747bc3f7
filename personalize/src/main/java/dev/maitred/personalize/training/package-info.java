/**
 * From data to a solution version: the training job and the models on disk.
 *
 * <p>{@link dev.maitred.personalize.training.TrainingJob} reads the training set, lets the recipe
 * learn, and makes the version ACTIVE with its metrics in one transaction, after {@link
 * dev.maitred.personalize.training.Models} has put the model in place. The same data and the same
 * solution configuration give the same files, byte for byte.
 */
@NullMarked
package dev.maitred.personalize.training;

import org.jspecify.annotations.NullMarked;
