/** Datasets: the data of a group, at most one of each type, under a schema. */
@NullMarked
package dev.maitred.personalize.dataset;

import org.jspecify.annotations.NullMarked;
