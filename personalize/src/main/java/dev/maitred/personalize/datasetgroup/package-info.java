/** Dataset groups: the roots under which data sets and solutions live. */
@NullMarked
package dev.maitred.personalize.datasetgroup;

import org.jspecify.annotations.NullMarked;
