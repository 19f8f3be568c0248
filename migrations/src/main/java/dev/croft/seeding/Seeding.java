package dev.croft.seeding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Runs seeders in order, each in a transaction of its own that is recorded in {@code
 * croft.seed_runs}. Of several processes one works while the others wait, and then find nothing
 * left to do.
 */
public final class Seeding {
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('croft seeding', 0))::text";
  private static final String IS_PRODUCTION = "select exists (select from croft.environment)::text";
  private static final String RECORD =
      "insert into croft.seed_runs (seeder, rows_written) values (?, ?)";

  private final List<Seeder> seeders;
  private final SeedProgress progress;

  private Seeding(List<Seeder> seeders, SeedProgress progress) {
    this.seeders = seeders;
    this.progress = progress;
  }

  /**
   * These seeders, in the order that they ask for. Long runs are logged as they go on.
   *
   * @throws SeedException when they ask for no order that can be, or two have one name
   */
  public static Seeding of(Seeder... seeders) {
    return new Seeding(SeedOrder.of(List.of(seeders)), new LoggedProgress(InstantSource.system()));
  }

  /** The same, telling {@code newProgress} how far it is. */
  public Seeding withProgress(SeedProgress newProgress) {
    return new Seeding(seeders, newProgress);
  }

  /**
   * Runs all, and tells what each did.
   *
   * @param admin makes connections as a member of {@code croft_admin}: the owner of the tables sees
   *     no rows of tenants
   * @throws ProductionDatabaseException when one makes rows up and the database is marked as one of
   *     production; none was run
   * @throws SeedException when one failed; those before it are done
   */
  public List<SeedRun> run(DataSource admin) {
    List<SeedRun> runs = new ArrayList<>();
    for (Seeder seeder : seeders) {
      runs.add(run(admin, seeder));
    }
    return List.copyOf(runs);
  }

  private SeedRun run(DataSource admin, Seeder seeder) {
    long begin = System.nanoTime();
    try (Connection connection = admin.getConnection()) {
      connection.setAutoCommit(false);
      long rows = inTransaction(connection, seeder);
      return new SeedRun(seeder.name(), rows, Duration.ofNanos(System.nanoTime() - begin));
    } catch (SQLException e) {
      throw SeedException.failed(seeder.name(), complaint(e), e);
    }
  }

  private long inTransaction(Connection connection, Seeder seeder) throws SQLException {
    try {
      execute(connection, "set local search_path = ''");
      execute(connection, LOCK);
      refuseProduction(connection);
      long rows = seeder.seed(connection, progress);
      record(connection, seeder, rows);
      connection.commit();
      return rows;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  /** Whichever of them makes rows up: a run is refused as a whole. */
  private void refuseProduction(Connection connection) throws SQLException {
    if ("true".equals(text(connection, IS_PRODUCTION))) {
      for (Seeder seeder : seeders) {
        if (seeder.isForDevelopment()) {
          throw new ProductionDatabaseException(seeder.name());
        }
      }
    }
  }

  private static void record(Connection connection, Seeder seeder, long rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
      statement.setString(1, seeder.name());
      statement.setLong(2, rows);
      statement.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** What the server says without the values of rows that it may quote in details. */
  private static String complaint(SQLException failure) {
    ServerErrorMessage error =
        failure instanceof PSQLException e ? e.getServerErrorMessage() : null;
    return error == null || error.getMessage() == null
        ? "SQLSTATE " + failure.getSQLState()
        : "%s (SQLSTATE %s)".formatted(error.getMessage(), failure.getSQLState());
  }
}
