package dev.croft.migrations;

/** A schema was not migrated, for it is not there, or cannot be what a changelog refers to. */
public final class SchemaNotMigratedException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final String schema;

  SchemaNotMigratedException(String schema, String facts, String advice) {
    super("The schema %s was not migrated".formatted(schema), facts, advice, null);
    this.schema = schema;
  }

  /** The name of the schema. */
  public String schema() {
    return schema;
  }
}
