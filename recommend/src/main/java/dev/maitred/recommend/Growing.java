package dev.maitred.recommend;

/** A recommender that takes in new and changed items without being trained again. */
public interface Growing extends Recommender {

  /**
   * The same model for a catalogue that has grown or changed.
   *
   * @param items a row for each item by number; numbers that the model knows mean the same items,
   *     and new items have numbers from {@link #items} on
   */
  Growing with(Features items);
}
