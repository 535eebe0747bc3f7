/**
 * The recipes of Personalize, AWS's own resources: what {@code recipes.json} knows of each, whether
 * it can be trained here or not.
 */
@NullMarked
package dev.maitred.personalize.recipe;

import org.jspecify.annotations.NullMarked;
