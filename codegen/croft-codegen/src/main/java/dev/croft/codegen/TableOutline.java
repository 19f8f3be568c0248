package dev.croft.codegen;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.Definition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;

/**
 * A table in words, one fact a line. Every generated table class carries its own, so that code that
 * was compiled long ago can be compared with the changelogs.
 */
final class TableOutline {

  /** The constant that holds it. */
  static final String FIELD = "CROFT_OUTLINE";

  /** What it begins with; the name of the table follows. */
  static final String BEGINNING = "croft table ";

  /** A constant of a class file has no more than 65,535 bytes. */
  private static final int LONGEST = 60_000;

  private TableOutline() {}

  static List<String> of(TableDefinition table, String scope) {
    List<String> lines = new ArrayList<>();
    lines.add(BEGINNING + name(table));
    lines.add("scope " + scope);
    table.getColumns().forEach(column -> lines.add(column(column)));
    table.getKeys().forEach(key -> lines.add(key(key)));
    table.getForeignKeys().forEach(key -> lines.add(foreignKey(key)));
    int bytes = lines.stream().mapToInt(line -> 3 * line.length() + 1).sum();
    return bytes < LONGEST
        ? lines
        : List.of(lines.getFirst(), "columns and keys %08x".formatted(lines.hashCode()));
  }

  private static String column(ColumnDefinition column) {
    DataTypeDefinition type = column.getDefinedType();
    String javaType = column.getType().getJavaType();
    boolean isCustom =
        column.getType().getConverter() != null || column.getType().getBinding() != null;
    return "column %s %s%s%s"
        .formatted(
            column.getInputName(),
            type(type),
            type.isNullable() ? "" : " not null",
            isCustom ? " as " + javaType : "");
  }

  private static String type(DataTypeDefinition type) {
    if (type.getLength() > 0) {
      return "%s(%s)".formatted(type.getType(), type.getLength());
    }
    return type.getPrecision() > 0 && type.getType().equals("numeric")
        ? "numeric(%s,%s)".formatted(type.getPrecision(), type.getScale())
        : type.getType();
  }

  private static String key(UniqueKeyDefinition key) {
    return key.isPrimaryKey()
        ? "primary key %s".formatted(columns(key.getKeyColumns()))
        : "unique %s %s".formatted(key.getInputName(), columns(key.getKeyColumns()));
  }

  private static String foreignKey(ForeignKeyDefinition key) {
    return "foreign key %s %s references %s %s"
        .formatted(
            key.getInputName(),
            columns(key.getKeyColumns()),
            name(key.getReferencedTable()),
            columns(key.getReferencedColumns()));
  }

  private static String name(TableDefinition table) {
    return table.getSchema().getInputName() + "." + table.getInputName();
  }

  private static String columns(Collection<ColumnDefinition> columns) {
    return columns.stream().map(Definition::getInputName).collect(joining(", ", "(", ")"));
  }
}
