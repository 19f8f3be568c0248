package dev.croft.codegen;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Definition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.InverseForeignKeyDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;

/**
 * Names in snake case for the ways from table to table: to one row by what the foreign key tells
 * apart ({@code assignee} for {@code (tenant_id, assignee_id)}), to many rows by the other table.
 */
final class PathNames {

  private final Map<TableDefinition, Map<String, String>> toOne = new HashMap<>();
  private final Map<TableDefinition, Map<String, String>> toMany = new HashMap<>();

  String toOne(ForeignKeyDefinition key) {
    return name(toOne(key.getTable()), id(key));
  }

  String toMany(InverseForeignKeyDefinition key) {
    return name(toMany(key.getTable()), id(key.getForeignKey()));
  }

  private static String name(Map<String, String> names, String id) {
    String name = names.get(id);
    if (name == null) {
      throw new IllegalArgumentException("no path for key " + id);
    }
    return name;
  }

  /** With the table: the names of constraints are unique only there. */
  private static String id(ForeignKeyDefinition key) {
    return key.getTable().getQualifiedName() + "." + key.getName();
  }

  private Map<String, String> toOne(TableDefinition table) {
    return toOne.computeIfAbsent(table, PathNames::chooseToOne);
  }

  private Map<String, String> toMany(TableDefinition table) {
    return toMany.computeIfAbsent(table, this::chooseToMany);
  }

  private static Map<String, String> chooseToOne(TableDefinition table) {
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    table.getForeignKeys().forEach(key -> candidates.put(id(key), toOneCandidates(key)));
    return DistinctNames.choose(candidates, Set.of());
  }

  private Map<String, String> chooseToMany(TableDefinition table) {
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    table
        .getInverseForeignKeys()
        .forEach(key -> candidates.put(id(key.getForeignKey()), toManyCandidates(key)));
    return DistinctNames.choose(candidates, Set.copyOf(toOne(table).values()));
  }

  private static List<String> toOneCandidates(ForeignKeyDefinition key) {
    String referenced = key.getReferencedTable().getOutputName();
    String role = role(key);
    return role.equals("id")
        ? List.of(referenced, key.getOutputName())
        : List.of(role, role + "_" + referenced, key.getOutputName());
  }

  private List<String> toManyCandidates(InverseForeignKeyDefinition key) {
    TableDefinition other = key.getReferencingTable();
    String byRole = other.getOutputName() + "_by_" + toOne(key.getForeignKey());
    return List.of(
        other.getOutputName(),
        byRole,
        other.getSchema().getOutputName() + "_" + byRole,
        key.getOutputName());
  }

  private static String role(ForeignKeyDefinition key) {
    return telling(key).stream()
        .map(Definition::getOutputName)
        .map(column -> column.length() > 3 && column.endsWith("_id") ? stem(column) : column)
        .collect(Collectors.joining("_"));
  }

  private static String stem(String column) {
    return column.substring(0, column.length() - "_id".length());
  }

  /** The columns of the key without the one that leads both tables' primary keys: the tenant's. */
  private static List<ColumnDefinition> telling(ForeignKeyDefinition key) {
    List<ColumnDefinition> columns = key.getKeyColumns();
    boolean leads =
        columns.size() > 1
            && leads(key.getTable(), columns.getFirst())
            && leads(key.getReferencedTable(), key.getReferencedColumns().getFirst());
    return leads ? columns.subList(1, columns.size()) : columns;
  }

  private static boolean leads(TableDefinition table, ColumnDefinition column) {
    UniqueKeyDefinition primary = table.getPrimaryKey();
    return primary != null && primary.getKeyColumns().getFirst().equals(column);
  }
}
