package dev.croft.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates and drops databases and roles of one server, as its administrator. */
final class Administration implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Administration.class);
  private static final int SECONDS_TO_ANSWER = 10;

  private final BackingServer server;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection held;

  Administration(BackingServer server) {
    this.server = server;
  }

  BackingServer server() {
    return server;
  }

  Connection connect(String database, Login login) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(server.address().jdbcUrl(database));
    source.setApplicationName("croft");
    return source.getConnection(login.user(), login.password());
  }

  /**
   * Connects once, to learn before anything is done whether that can be.
   *
   * @throws ServerUnavailableException if not
   */
  void reach() {
    try (Connection connection = connect(server.maintenanceDatabase(), server.administrator())) {
      connection.getMetaData();
    } catch (SQLException e) {
      throw new ServerUnavailableException(
          "The PostgreSQL server was not reached", facts(e), adviceToReach(e), e);
    }
  }

  private static String adviceToReach(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28")) {
      return "See that user and password are right, and that the user may log in.";
    }
    return state.startsWith("3D")
        ? "Name a database that exists, such as postgres."
        : "See that it runs, and that host and port are right.";
  }

  /** Runs one statement; {@code %s} stands for an identifier, to be quoted here. */
  void execute(String task, String statement, String... identifiers) {
    administer(
        task,
        connection -> {
          PGConnection quoting = connection.unwrap(PGConnection.class);
          Object[] quoted = new Object[identifiers.length];
          for (int i = 0; i < identifiers.length; i++) {
            quoted[i] = quoting.escapeIdentifier(identifiers[i]);
          }
          try (Statement jdbc = connection.createStatement()) {
            return jdbc.execute(statement.formatted(quoted));
          }
        });
  }

  /** The first column of the one row that the query gives. */
  String ask(String task, String query) {
    return administer(
        task,
        connection -> {
          try (Statement jdbc = connection.createStatement();
              ResultSet row = jdbc.executeQuery(query)) {
            row.next();
            return row.getString(1);
          }
        });
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T administer(String task, Work<T> work) {
    lock.lock();
    try {
      return work.on(connection());
    } catch (SQLException e) {
      throw failed(task, e);
    } finally {
      lock.unlock();
    }
  }

  /** Kept open, since opening one takes longer than most of what it is for. */
  private Connection connection() throws SQLException {
    Connection connection = held;
    if (connection == null || !connection.isValid(SECONDS_TO_ANSWER)) {
      connection = connect(server.maintenanceDatabase(), server.administrator());
      held = connection;
    }
    return connection;
  }

  /** Ends its connection; the next task opens another. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (held != null) {
        held.close();
      }
    } catch (SQLException e) {
      log.debug("the connection was lost before", e);
    } finally {
      held = null;
      lock.unlock();
    }
  }

  Login createLogin(String prefix, String options, String... groups) {
    Login login = new Login(RandomText.name(prefix), RandomText.password());
    String[] identifiers = new String[groups.length + 1];
    identifiers[0] = login.user();
    System.arraycopy(groups, 0, identifiers, 1, groups.length);
    // The password is made of hexadecimal digits and needs no quoting of its own.
    String sql = "create role %s login password '" + login.password() + "' " + options;
    execute("create a login", sql, identifiers);
    return login;
  }

  /** Creates the login that owns every database made here, and lets the administrator act as it. */
  Login createOwner(boolean superuser) {
    Login owner = createLogin("croft_owner", "createrole");
    if (!superuser) {
      execute("act as the owner of databases", "grant %s to current_user", owner.user());
    }
    return owner;
  }

  void dropRole(String role) {
    execute("drop a role", "drop role if exists %s", role);
  }

  /** PostgreSQL does not copy the privileges of a template on the database itself. */
  boolean letsEveryoneMakeTemporaryTables(PostgresDatabase database) {
    // The name is made here, of letters, digits and underscores.
    String name = database.name();
    String allowed =
        ask(
            "ask for privileges",
            "select has_database_privilege('public', '%s', 'temporary')".formatted(name));
    return "t".equals(allowed);
  }

  boolean isSuperuser() {
    return "on".equals(ask("ask for rights", "select current_setting('is_superuser')"));
  }

  int majorVersion() {
    String number = ask("ask for the version", "select current_setting('server_version_num')");
    return Integer.parseInt(number) / 10_000;
  }

  PostgresException failed(String task, SQLException e) {
    return new PostgresException(
        "Could not %s".formatted(task), facts(e), advice(String.valueOf(e.getSQLState())), e);
  }

  private String facts(SQLException e) {
    return "the server at %s:%d says %s (SQLSTATE %s)"
        .formatted(server.address().host(), server.address().port(), message(e), e.getSQLState());
  }

  /** Messages of the driver are sentences of their own. */
  private static String message(SQLException e) {
    return String.valueOf(e.getMessage()).replaceFirst("\\.$", "");
  }

  private static String advice(String state) {
    return switch (state) {
      case "55006" -> "Close every connection to the database first.";
      case "42501" -> "Use a login that may create databases and roles.";
      default -> "See that the server runs, and that login and password are right.";
    };
  }
}
