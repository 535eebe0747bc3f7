/** How well the recipes foresee the published data sets. */
@NullMarked
package dev.maitred.bench.quality;

import org.jspecify.annotations.NullMarked;
