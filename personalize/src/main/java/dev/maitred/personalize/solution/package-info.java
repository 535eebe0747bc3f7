/**
 * Solutions, which say what is to be learnt from a dataset group and how, and their versions, the
 * trained models.
 */
@NullMarked
package dev.maitred.personalize.solution;

import org.jspecify.annotations.NullMarked;
