package dev.croft.analysis;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table as it declares itself.
 *
 * @param name its qualified name, quoted where it has to be
 * @param columns those that are looked at
 * @param tenant the column that every identity in the table is within, if it has one
 * @param keys the columns of each key
 * @param declared on which columns a column says to depend
 */
record TableShape(
    String name,
    long estimatedRows,
    List<String> columns,
    Optional<String> tenant,
    List<Set<String>> keys,
    Map<String, Set<String>> declared) {

  /** Whether these columns hold a key, the tenant being understood. */
  boolean isKey(Collection<String> of) {
    Set<String> wide = withTenant(of);
    return keys.stream().anyMatch(wide::containsAll);
  }

  /** Whether the comment of a column says that it depends on just these. */
  boolean isDeclared(Collection<String> determinant, String dependent) {
    return Set.copyOf(determinant).equals(declared.get(dependent));
  }

  /** The columns, but for the tenant and an id made up for the row. */
  List<String> attributes() {
    return columns.stream()
        .filter(each -> !each.equals("id") && !tenant.equals(Optional.of(each)))
        .toList();
  }

  Set<String> withTenant(Collection<String> of) {
    Set<String> wide = new HashSet<>(of);
    tenant.ifPresent(wide::add);
    return wide;
  }
}
