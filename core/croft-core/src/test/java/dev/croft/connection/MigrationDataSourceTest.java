package dev.croft.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.CroftConfig;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class MigrationDataSourceTest {
  private PostgresDatabase database;

  @BeforeEach
  void create() {
    PostgresServer server = PostgresServer.shared();
    database = server.cloneOf(server.template("empty", empty -> {}));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private DataSource owner() {
    return CroftConfig.of(
            Map.of(
                "DATABASE_HOST", database.host(),
                "DATABASE_PORT", String.valueOf(database.port()),
                "DATABASE_NAME", database.name(),
                "DATABASE_USER", "nobody",
                "DATABASE_PASSWORD", "unused",
                "DATABASE_MIGRATION_USER", database.owner().user(),
                "DATABASE_MIGRATION_PASSWORD", database.owner().password()))
        .connections()
        .migrationDataSource();
  }

  @Test
  void the_configured_owner_migrates() {
    Migrator migrator = Migrator.of(owner(), "croft/changelog.xml");
    assertThat(migrator.apply()).isNotEmpty();
    assertThat(migrator.apply()).isEmpty();
  }

  @Test
  void a_migration_takes_the_time_it_takes() throws SQLException {
    try (Connection connection = owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select concat_ws(' ', current_setting('statement_timeout'),"
                    + " current_setting('lock_timeout'),"
                    + " current_setting('idle_in_transaction_session_timeout'), current_user)")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("0 0 0 " + database.owner().user());
    }
  }

  @Test
  void an_owner_who_is_not_configured_is_refused_when_needed() {
    ConnectionSettings none = ConnectionSettings.defaults();
    assertThatThrownBy(none::migrationDataSource)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(ConnectionPool.missing(Access.MIGRATION).getMessage())
        .hasMessageContaining("there are no credentials for migrations");
  }
}
