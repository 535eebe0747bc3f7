/** How many users had each item. */
@NullMarked
package dev.maitred.recommend.popularity;

import org.jspecify.annotations.NullMarked;
