package dev.maitred.recommend.emanet;

/**
 * Stretches of histories that are learnt from in one step: each position is an item to read and the
 * item that came next.
 *
 * @param input the item at each position
 * @param target the item that came next
 * @param first for each stretch its first position, and at the end the number of positions
 * @param asked for each position what is known of the request that the target answers
 */
record Batch(int[] input, int[] target, int[] first, WordLists asked) {

  int positions() {
    return input.length;
  }

  /**
   * The stretches of a share, as even in positions as they can be cut in order.
   *
   * @return the number of the first stretch of each share, and at the end that of stretches
   */
  int[] shares(int count) {
    int stretches = first.length - 1;
    var shares = new int[count + 1];
    int stretch = 0;
    for (int share = 1; share < count; share++) {
      long until = (long) positions() * share / count;
      while (stretch < stretches && first[stretch] < until) {
        stretch++;
      }
      shares[share] = stretch;
    }
    shares[count] = stretches;
    return shares;
  }
}
