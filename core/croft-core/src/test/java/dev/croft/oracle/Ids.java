package dev.croft.oracle;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The ids that {@code rows.sql} gives, and some that it does not. */
final class Ids {
  /** What an id identifies, and the numbers of all tenants' ids of that kind. */
  private static final Map<String, List<UUID>> KNOWN =
      Map.of(
          "tenants", ids(1, 1, 2, 3),
          "users", ids(2, 1, 2, 3, 4, 5, 6),
          "roles", ids(3, 1, 2, 3, 20, 35, 52),
          "priorities", ids(4, 1, 2, 3),
          "projects", ids(5, 1, 2, 3, 20, 35, 52),
          "tasks", ids(6, 2, 3, 4, 5, 6, 40, 70, 104),
          "events", ids(7, 1, 2, 3, 20, 35, 52));

  private static final List<UUID> STRANGE = ids(9, 1, 2, 3, 4);

  private Ids() {}

  /** An id of the kind that {@code domain} names, whosever it is. */
  static UUID known(String domain, int number) {
    List<UUID> ids = KNOWN.getOrDefault(domain, STRANGE);
    return ids.get(Math.floorMod(number, ids.size()));
  }

  /** An id that no row has. */
  static UUID strange(int number) {
    return STRANGE.get(Math.floorMod(number, STRANGE.size()));
  }

  /** Whether the id was given by us rather than made by the database. */
  static boolean isGiven(UUID id) {
    return id.getMostSignificantBits() == STRANGE.getFirst().getMostSignificantBits();
  }

  static UUID tenant(int number) {
    return known("tenants", number);
  }

  private static List<UUID> ids(int kind, Integer... numbers) {
    return Stream.of(numbers)
        .map(number -> "00000000-0000-7000-8000-%012x".formatted(kind * 65536 + number))
        .map(UUID::fromString)
        .toList();
  }
}
