/** The recipes and the components they are made of. */
@NullMarked
package dev.maitred.recommend.recipe;

import org.jspecify.annotations.NullMarked;
