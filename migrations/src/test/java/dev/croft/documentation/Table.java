package dev.croft.documentation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table as the catalogue has it.
 *
 * @param keys what no two rows have in common, the primary key first
 * @param keysOfSomeRows what no two rows of a partial unique index have in common
 */
record Table(
    String name,
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

  String namespace() {
    return name.substring(0, name.indexOf('.'));
  }

  String ownName() {
    return name.substring(name.indexOf('.') + 1);
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
    return keys.iterator().next();
  }

  boolean isReference(String column) {
    return references.stream().anyMatch(reference -> reference.columns().contains(column));
  }

  /** A partitioned table cannot have a key without the column that divides its rows. */
  List<String> withoutPartitioning(List<String> key) {
    return key.stream().filter(part -> !isPartitioning(part)).toList();
  }

  private boolean isPartitioning(String part) {
    return find(part).map(Column::isPartitioning).orElse(false);
  }
}
