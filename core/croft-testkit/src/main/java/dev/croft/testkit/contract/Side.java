package dev.croft.testkit.contract;

import dev.croft.isolation.TenantId;
import dev.croft.testkit.TestkitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the two tenants, with the rows that it was given: the first of each table is its own in
 * every respect, the second looks like the other tenant's second.
 */
final class Side implements Owner {
  private static final int UUID_LENGTH = 36;

  private final String mark;
  private final TenantId tenant = new TenantId(UUID.randomUUID());
  private final Map<String, TableShape> shapes;
  private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

  Side(String mark, Map<String, TableShape> shapes) {
    this.mark = mark;
    this.shapes = shapes;
  }

  TenantId tenant() {
    return tenant;
  }

  @Override
  public String mark() {
    return mark;
  }

  void add(String table, Map<String, String> row) {
    rows.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
  }

  List<Map<String, String>> rows(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /** The row of a place, or the last where there are fewer. */
  @Nullable Map<String, String> row(String table, int place) {
    List<Map<String, String>> all = rows(table);
    return all.isEmpty() ? null : all.get(Math.min(place, all.size() - 1));
  }

  @Override
  public UUID id(String table) {
    TableShape shape = shapes.get(table);
    String value = shape == null ? null : value(table, shape.primaryKey().getLast());
    if (value == null || value.length() != UUID_LENGTH) {
      throw new TestkitException(
          "No id of a row of %s is known".formatted(table),
          "it is no table of the changelog that was filled, or its key does not end with a uuid",
          "Name a table with its schema, as in content.todos.");
    }
    return UUID.fromString(value);
  }

  @Override
  public @Nullable String value(String table, String column) {
    Map<String, String> row = row(table, 0);
    return row == null ? null : row.get(column);
  }

  /** What nobody but this tenant may learn: its ids, and the word in its values. */
  Set<String> secretsFrom(Side other) {
    Set<String> secrets = new LinkedHashSet<>(ids());
    secrets.removeAll(other.ids());
    secrets.add(mark);
    return secrets;
  }

  private Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    rows.values().stream()
        .flatMap(List::stream)
        .flatMap(row -> row.values().stream())
        .filter(Side::isUuid)
        .forEach(ids::add);
    return ids;
  }

  static boolean isUuid(String value) {
    return value.length() == UUID_LENGTH && value.matches("[0-9a-f-]{36}");
  }

  /** The first of {@code secrets} that {@code text} holds. */
  static @Nullable String found(Set<String> secrets, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return secrets.stream().filter(lower::contains).findFirst().orElse(null);
  }
}
