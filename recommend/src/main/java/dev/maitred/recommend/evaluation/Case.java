package dev.maitred.recommend.evaluation;

/**
 * One question with a known answer.
 *
 * @param user whose it is
 * @param input the items of the user's events so far, oldest first; at least one
 * @param truth the items of the events to be foreseen; at least one
 */
public record Case(int user, int[] input, int[] truth) {}
