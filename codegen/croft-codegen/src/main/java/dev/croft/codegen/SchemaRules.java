package dev.croft.codegen;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold before classes are generated: every table is classified, and in its place. */
final class SchemaRules {

  /** Croft's schema of functions, which has no tables. */
  private static final String HELPERS = "croft";

  private final Catalogue catalogue;
  private final Set<TableName> base;
  private final Set<String> reserved;

  /**
   * @param base Croft's own tables
   */
  SchemaRules(Catalogue catalogue, Set<TableName> base) {
    this.catalogue = catalogue;
    this.base = base;
    this.reserved =
        Stream.concat(base.stream().map(TableName::schema), Stream.of(HELPERS))
            .collect(Collectors.toSet());
  }

  /**
   * @param schemas those to generate classes for
   * @throws CodegenException if a rule is broken
   */
  void check(List<String> schemas) {
    TableScopes.read(catalogue);
    List<TableName> tables = catalogue.relations().stream().map(Relation::name).toList();
    tables.forEach(this::checkPlace);
    schemas.forEach(schema -> checkRequested(schema, tables));
  }

  private void checkPlace(TableName table) {
    if (reserved.contains(table.schema()) && !base.contains(table)) {
      throw SchemaException.intruder(table);
    }
  }

  private void checkRequested(String schema, List<TableName> tables) {
    if (reserved.contains(schema)) {
      throw SchemaException.reserved(schema);
    }
    if (tables.stream().noneMatch(table -> table.schema().equals(schema))) {
      throw SchemaException.empty(schema);
    }
  }
}
