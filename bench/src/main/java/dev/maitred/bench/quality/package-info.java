/** How well the recipes foresee each user's last event, on a file of interactions. */
@NullMarked
package dev.maitred.bench.quality;

import org.jspecify.annotations.NullMarked;
