package dev.croft.documentation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Tells how far the dependencies and keys of a table prove its normal form.
 *
 * <p>In Boyce–Codd normal form with one simple key means fourth, third with all keys simple means
 * fifth: C. J. Date and R. Fagin, Simple Conditions for Guaranteeing Higher Normal Forms in
 * Relational Databases, ACM TODS 17 (1992).
 */
final class NormalForm {
  private NormalForm() {}

  static String proved(Heading heading, Table table) {
    if (!heading.beyondKeys().isEmpty()) {
      return "none";
    }
    Set<SortedSet<String>> keys = heading.keys();
    if (keys.stream().allMatch(key -> isSimple(key, table))) {
      return "5NF";
    }
    return keys.stream().anyMatch(key -> isSimple(key, table)) ? "4NF" : "BCNF";
  }

  /** One column, or the identity of a row of a tenant, of this table or another. */
  private static boolean isSimple(Collection<String> key, Table table) {
    return key.size() == 1
        || identities(table).anyMatch(identity -> identity.equals(Set.copyOf(key)));
  }

  private static Stream<Set<String>> identities(Table table) {
    return Stream.concat(
        Stream.of(Set.of("tenant_id", "id")),
        table.references().stream()
            .map(Table.Reference::columns)
            .filter(columns -> columns.size() == 2 && columns.contains("tenant_id"))
            .map(Set::copyOf));
  }

  /**
   * Whether keys alone make the columns the join of all their projections that leave one out: two
   * of those then meet in a key.
   */
  static boolean isJoinByKeys(Collection<String> columns, Heading heading) {
    return heading.keys().stream()
        .anyMatch(key -> columns.containsAll(key) && key.size() <= columns.size() - 2);
  }

  /** A key with each attribute that it determines, or alone if it determines none. */
  static List<SortedSet<String>> parts(SortedSet<String> key, Collection<String> attributes) {
    List<SortedSet<String>> parts =
        attributes.stream()
            .filter(attribute -> !key.contains(attribute))
            .map(attribute -> with(key, attribute))
            .toList();
    return parts.isEmpty() ? List.of(key) : parts;
  }

  private static SortedSet<String> with(SortedSet<String> key, String attribute) {
    return Dependency.sorted(Stream.concat(key.stream(), Stream.of(attribute)).toList());
  }
}
