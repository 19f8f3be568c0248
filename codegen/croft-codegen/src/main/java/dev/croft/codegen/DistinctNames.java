package dev.croft.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each thing the shortest of its candidate names that tells it apart. Things that want the
 * same name all move on to their next one, so that no name depends on an order.
 */
final class DistinctNames<K> {

  private final Map<K, String> chosen = new LinkedHashMap<>();
  private final Set<String> taken;

  private DistinctNames(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /**
   * @param candidates names from short to long, for each thing
   * @param taken names that are out of the question
   */
  static <K> Map<K, String> choose(Map<K, List<String>> candidates, Set<String> taken) {
    DistinctNames<K> names = new DistinctNames<>(taken);
    int longest = candidates.values().stream().mapToInt(List::size).max().orElse(0);
    for (int level = 0; level < longest; level++) {
      names.choose(candidates, level);
    }
    candidates.forEach((thing, list) -> names.settle(thing, list.getLast()));
    return names.chosen;
  }

  private void choose(Map<K, List<String>> candidates, int level) {
    Map<String, Integer> wanted = new HashMap<>();
    candidates.forEach(
        (thing, list) -> {
          if (!chosen.containsKey(thing) && level < list.size()) {
            wanted.merge(list.get(level), 1, Integer::sum);
          }
        });
    candidates.forEach(
        (thing, list) -> {
          if (level < list.size() && wanted.getOrDefault(list.get(level), 0) == 1) {
            take(thing, list.get(level));
          }
        });
  }

  private void take(K thing, String name) {
    if (!chosen.containsKey(thing) && taken.add(name)) {
      chosen.put(thing, name);
    }
  }

  private void settle(K thing, String name) {
    for (String free = name; !chosen.containsKey(thing); free += "_") {
      take(thing, free);
    }
  }
}
