package dev.croft.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Makes an embedded server, which at first lets everybody in, ask for passwords. */
final class Passwords {
  private static final String RULES = "host all all %s scram-sha-256%n";

  private Passwords() {}

  static void require(EmbeddedPostgres process, Path dataDirectory, Login superuser)
      throws IOException, PortTakenException {
    try (Connection connection = process.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!dataDirectory.equals(dataDirectoryOf(statement))) {
        throw new PortTakenException(process.getPort());
      }
      statement.execute(
          "alter role %s password %s"
              .formatted(superuser.user(), literal(connection, superuser.password())));
      Files.writeString(
          dataDirectory.resolve("pg_hba.conf"),
          RULES.formatted("127.0.0.1/32") + RULES.formatted("::1/128"));
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static Path dataDirectoryOf(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      return Path.of(row.getString(1));
    }
  }

  private static String literal(Connection connection, String value) throws SQLException {
    return "'" + connection.unwrap(PGConnection.class).escapeLiteral(value) + "'";
  }
}
