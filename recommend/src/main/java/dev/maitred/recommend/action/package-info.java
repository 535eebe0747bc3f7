/** How likely a user takes an action: a calibrated logistic model for each action. */
@NullMarked
package dev.maitred.recommend.action;

import org.jspecify.annotations.NullMarked;
