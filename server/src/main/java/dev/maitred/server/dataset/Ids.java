package dev.maitred.server.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids and their numbers, from 0 in the order in which they come. */
final class Ids {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  int number(String id) {
    Integer known = numbers.putIfAbsent(id, ids.size());
    if (known == null) {
      ids.add(id);
      return ids.size() - 1;
    }
    return known;
  }

  String id(int number) {
    return ids.get(number);
  }

  int size() {
    return ids.size();
  }
}
