/** The offline metrics of solution versions. */
@NullMarked
package dev.maitred.personalize.metrics;

import org.jspecify.annotations.NullMarked;
