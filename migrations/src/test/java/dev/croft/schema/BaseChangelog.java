package dev.croft.schema;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;

/** Croft's own changelog, which every application's changelog includes. */
final class BaseChangelog {
  static final String PATH = "croft/changelog.xml";

  private BaseChangelog() {}

  static void apply(PostgresDatabase database) {
    migrator(database).apply();
  }

  static Migrator migrator(PostgresDatabase database) {
    return Migrator.of(database, PATH);
  }
}
