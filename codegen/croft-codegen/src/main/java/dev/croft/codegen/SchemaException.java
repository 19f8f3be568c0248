package dev.croft.codegen;

/** The tables are not in schemas that classes can be generated for. */
public final class SchemaException extends CodegenException {

  private static final long serialVersionUID = 1L;

  private SchemaException(String problem, String facts, String remedy) {
    super(problem, facts, remedy);
  }

  static SchemaException intruder(TableName table) {
    return new SchemaException(
        "Table %s is in a schema of Croft's".formatted(table),
        "the classes of schema %s are in croft-core, and later releases may add tables to it"
            .formatted(table.schema()),
        "Create the table in a schema of your own, such as content.%s.".formatted(table.name()));
  }

  static SchemaException reserved(String schema) {
    return new SchemaException(
        "Schema %s is Croft's".formatted(schema),
        "its classes are in croft-core, in package dev.croft.schema",
        "List only schemas of your own.");
  }

  static SchemaException empty(String schema) {
    return new SchemaException(
        "Schema %s has no tables".formatted(schema),
        "the changelog was applied, and created none there",
        "Check the spelling, or remove the schema from the list.");
  }
}
