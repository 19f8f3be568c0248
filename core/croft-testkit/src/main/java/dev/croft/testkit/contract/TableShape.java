package dev.croft.testkit.contract;

import java.util.List;
import java.util.Optional;

/**
 * A table as the catalogue describes it.
 *
 * @param name schema and table, quoted where SQL asks for it
 * @param scope what follows {@code @scope} in its comment; {@code none} where nothing does
 * @param tenantColumn the column that says whose a row is; empty where rows are nobody's
 * @param primaryKey in the order of the key
 * @param partitionColumns the columns that choose a row's partition; empty where there is none
 */
record TableShape(
    String name,
    String scope,
    String tenantColumn,
    List<String> primaryKey,
    List<String> partitionColumns,
    List<Column> columns,
    List<ForeignKey> foreignKeys,
    List<UniqueKey> uniqueKeys,
    List<Check> checks) {

  /**
   * A column that an INSERT may name.
   *
   * @param type as {@code format_type} prints it
   * @param baseType the same, of the type that a domain is made of
   * @param labels of an enum type, else empty
   */
  record Column(
      String name,
      String type,
      String baseType,
      boolean isNullable,
      boolean hasDefault,
      List<String> labels) {}

  /** A foreign key; its columns are in the order of the referenced ones. */
  record ForeignKey(
      String name, List<String> columns, String referenced, List<String> referencedColumns) {}

  /** A unique constraint or index; a column that is an expression is left out. */
  record UniqueKey(String name, List<String> columns) {}

  /** A check, of the table or of a partition's bounds, and what it says. */
  record Check(String name, List<String> columns, String definition) {}

  boolean isOfTenants() {
    return !tenantColumn.isEmpty();
  }

  boolean isShared() {
    return scope.startsWith("shared via ");
  }

  /** Whether its rows are the tenants themselves. */
  boolean holdsTenants() {
    return name.equals("public.tenants");
  }

  /** Whether a tenant has one row at the most. */
  boolean holdsOneRowOfATenant() {
    return isOfTenants() && primaryKey.equals(List.of(tenantColumn));
  }

  Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The primary key without the tenant, unless that is all of it. */
  List<String> ownKey() {
    return holdsOneRowOfATenant()
        ? primaryKey
        : primaryKey.stream().filter(column -> !column.equals(tenantColumn)).toList();
  }

  /** A column that an UPDATE may set; empty where all are part of the key, or kept. */
  Optional<String> changeableColumn() {
    return columns.stream()
        .map(Column::name)
        .filter(name -> !primaryKey.contains(name) && !name.equals("created_at"))
        .filter(name -> !name.equals(tenantColumn))
        .findFirst();
  }

  /** The table's own name, without its schema. */
  String simpleName() {
    return name.substring(name.indexOf('.') + 1);
  }
}
