package dev.maitred.objects.listing;

import java.util.List;

/**
 * One page of a listing, in order of keys.
 *
 * @param prefixes the common prefixes that stand for the keys below them
 * @param last the last key or prefix of the page, after which the next page starts; empty if this
 *     is the last page
 */
record KeyPage<T>(List<T> entries, List<String> prefixes, String last) {

  boolean isTruncated() {
    return !last.isEmpty();
  }

  int count() {
    return entries.size() + prefixes.size();
  }
}
