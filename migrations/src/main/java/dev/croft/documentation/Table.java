package dev.croft.documentation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of a table, and the columns that the server does not compute.
 *
 * @param keys what no two rows have in common, the primary key first if there is one
 * @param keysOfSomeRows what no two rows of a partial unique index have in common
 */
record Table(
    String namespace,
    String ownName,
    boolean hasPrimaryKey,
    List<Column> columns,
    Set<List<String>> keys,
    Set<List<String>> keysOfSomeRows,
    List<Reference> references,
    List<String> checks) {

  record Column(String name, String type, boolean isOptional, boolean isPartitioning) {}

  record Reference(List<String> columns, String table, List<String> referenced) {
    boolean isWithin(Reference other) {
      return other.columns.size() > columns.size() && other.columns.containsAll(columns);
    }
  }

  String name() {
    return namespace + "." + ownName;
  }

  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  Column column(String columnName) {
    return find(columnName).orElseThrow();
  }

  Optional<Column> find(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  List<String> primaryKey() {
    return hasPrimaryKey ? keys.iterator().next() : List.of();
  }

  boolean isReference(String column) {
    return references.stream().anyMatch(reference -> reference.columns().contains(column));
  }

  /** Whether the column is part of a key, by itself or in an expression, that is not the first. */
  boolean isInOtherKey(String column) {
    return keys.stream()
        .skip(hasPrimaryKey ? 1 : 0)
        .flatMap(List::stream)
        .anyMatch(part -> part.equals(column) || part.equals("lower(" + column + ")"));
  }

  /** References worth a line: not those that are part of another one, such as the tenant's. */
  List<Reference> drawnReferences() {
    return references.stream()
        .filter(reference -> references.stream().noneMatch(reference::isWithin))
        .toList();
  }

  boolean isOptional(Reference reference) {
    return reference.columns().stream()
        .flatMap(column -> find(column).stream())
        .anyMatch(Column::isOptional);
  }

  /** Whether at most one row refers to any other. */
  boolean isUnique(Reference reference) {
    return keys.stream().anyMatch(reference.columns()::containsAll);
  }

  /** What a column is part of: {@code PK}, {@code FK}, {@code UK}. */
  List<String> marks(String column) {
    return Stream.of(
            Stream.of("PK").filter(mark -> primaryKey().contains(column)),
            Stream.of("FK").filter(mark -> isReference(column)),
            Stream.of("UK").filter(mark -> isInOtherKey(column)))
        .flatMap(marks -> marks)
        .toList();
  }

  /** A partitioned table cannot have a key without the column that divides its rows. */
  List<String> withoutPartitioning(List<String> key) {
    return key.stream().filter(part -> !isPartitioning(part)).toList();
  }

  private boolean isPartitioning(String part) {
    return find(part).map(Column::isPartitioning).orElse(false);
  }
}
