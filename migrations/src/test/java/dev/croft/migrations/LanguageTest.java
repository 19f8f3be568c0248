package dev.croft.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM whose language writes numbers with digits that PostgreSQL does not read. */
class LanguageTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakArabic() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    assertThat("%d".formatted(7)).isNotEqualTo("7");
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void a_database_and_each_of_its_schemas_can_be_migrated(@TempDir Path directory)
      throws SQLException {
    new ChangelogDirectory(directory)
        .changeset("one", "create table ${schema}.one (id int);", "drop table ${schema}.one;");
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("create schema acme");
      }
      Migrator migrator = Migrator.of(database, ChangelogDirectory.MASTER).readingFrom(directory);
      assertThat(migrator.inSchema("acme").apply()).hasSize(1);
      assertThat(migrator.inSchema("public").apply()).hasSize(1);
      assertThat(Database.exists(database, "acme.one")).isTrue();
    }
  }
}
