package dev.maitred.personalize.training;

import dev.maitred.personalize.interactions.ActionHistories;
import dev.maitred.personalize.interactions.Dictionary;
import dev.maitred.personalize.interactions.Histories;
import dev.maitred.personalize.interactions.Profiles;
import dev.maitred.recommend.Recommender;

/**
 * A solution version ready to answer: the model, and what its numbers stand for.
 *
 * @param users the users of the training
 * @param items the items that the model knows
 * @param actions the actions that the model knows
 * @param histories what the users had done by then
 * @param actionHistories what they had done about actions by then
 * @param profiles what was known of the users by then
 */
public record TrainedModel(
    Recommender recommender,
    Dictionary users,
    Dictionary items,
    Dictionary actions,
    Histories histories,
    ActionHistories actionHistories,
    Profiles profiles) {}
