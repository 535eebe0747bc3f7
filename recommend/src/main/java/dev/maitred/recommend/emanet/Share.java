package dev.maitred.recommend.emanet;

/**
 * The stretches of a batch that one pass goes through.
 *
 * @param batch the whole batch
 * @param from number of the first stretch
 * @param to number of the stretch after the last
 */
record Share(Batch batch, int from, int to) {

  /** The first position, in the batch. */
  int begin() {
    return batch.first()[from];
  }

  int positions() {
    return batch.first()[to] - begin();
  }

  int input(int position) {
    return batch.input()[begin() + position];
  }

  int target(int position) {
    return batch.target()[begin() + position];
  }

  /** What is known of the request at a position; a fresh array. */
  int[] asked(int position) {
    return batch.asked().of(begin() + position);
  }

  /** The first position of a stretch, in the share. */
  int first(int stretch) {
    return batch.first()[stretch] - begin();
  }
}
