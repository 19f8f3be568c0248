package dev.croft.seeding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Seeders after those that they name, else as they were given. */
final class SeedOrder {
  private SeedOrder() {}

  /**
   * Puts them into an order.
   *
   * @throws SeedException when there is none, or two have one name
   */
  static List<Seeder> of(List<Seeder> seeders) {
    Map<String, Seeder> left = byName(seeders);
    List<Seeder> ordered = new ArrayList<>();
    List<String> done = new ArrayList<>();
    while (!left.isEmpty()) {
      Seeder next =
          left.values().stream()
              .filter(seeder -> done.containsAll(seeder.after()))
              .findFirst()
              .orElseThrow(() -> SeedException.unordered(names(left)));
      left.remove(next.name());
      done.add(next.name());
      ordered.add(next);
    }
    return ordered;
  }

  private static Map<String, Seeder> byName(List<Seeder> seeders) {
    Map<String, Seeder> byName = new LinkedHashMap<>();
    for (Seeder seeder : seeders) {
      if (byName.put(seeder.name(), seeder) != null) {
        throw SeedException.twice(seeder.name());
      }
    }
    return byName;
  }

  private static String names(Map<String, Seeder> seeders) {
    return seeders.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
