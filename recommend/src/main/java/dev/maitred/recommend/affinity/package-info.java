/** Users for an item, or for an attribute of items: user segments. */
@NullMarked
package dev.maitred.recommend.affinity;

import org.jspecify.annotations.NullMarked;
