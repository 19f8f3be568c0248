package dev.croft.migrations.waves;

import dev.croft.migrations.MigrationException;
import dev.croft.migrations.Migrator;

/** Migrates one schema after the other. */
interface Lane extends AutoCloseable {
  /** What became of the schema; a lane throws nothing. */
  SchemaOutcome migrate(String schema);

  @Override
  default void close() {}

  /** One in this JVM. */
  static Lane of(Migrator migrator) {
    return schema -> {
      try {
        return SchemaOutcome.done(schema, migrator.inSchema(schema).apply().size());
      } catch (MigrationException e) {
        return SchemaOutcome.failed(schema, String.valueOf(e.getMessage()));
      }
    };
  }
}
