/** What items look like: sparse vectors from their metadata, and which items look alike. */
@NullMarked
package dev.maitred.recommend.content;

import org.jspecify.annotations.NullMarked;
