/**
 * How good a recipe is.
 *
 * <ul>
 *   <li>As {@code GetSolutionMetrics} tells it ({@code OfflineMetrics}, and {@code Training}, which
 *       trains as well): a {@code Trial} for each type of recipe holds events back and measures a
 *       model on them. {@code ItemLists} is that of items, {@code GivenLists} of lists to be put in
 *       order, {@code Segments} and {@code AttributeSegments} of users, {@code ActionTrial} of
 *       actions, {@code TrendTrial} of trends.
 *   <li>As papers tell it ({@code Evaluation}): {@code LeaveOneOut}, {@code Sessions}, {@code
 *       StrongGeneralization} and {@code TimeSplit} each make a {@code Holdout}, and a {@code
 *       Protocol} names the figures. All items are ranked. {@code Baselines} are what to beat.
 * </ul>
 */
@NullMarked
package dev.maitred.recommend.evaluation;

import org.jspecify.annotations.NullMarked;
