package dev.croft.analysis;

import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for functional and multivalued dependencies that hold in the rows of a database and do not
 * follow from the keys: facts that are told in several rows, and things that are independent of
 * each other in one table. What is found is a hint, not a fault: rows show what is so today.
 *
 * <p>It only reads; values do not leave the server, which sends hashes. Of large tables it reads a
 * sample, and asks every row whether what the sample shows is so.
 */
public final class Analysis {
  private static final int ROWS = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String QUERY_CANCELED = "57014";

  private final String jdbcUrl;
  private final Login login;
  private final List<String> names;
  private final int rows;
  private final Duration timeout;
  private final AnalysisProgress progress;

  private Analysis(
      String jdbcUrl,
      Login login,
      List<String> names,
      int rows,
      Duration timeout,
      AnalysisProgress progress) {
    this.jdbcUrl = jdbcUrl;
    this.login = login;
    this.names = names;
    this.rows = rows;
    this.timeout = timeout;
    this.progress = progress;
  }

  /**
   * Of all tables, of at most 100 000 rows of each, with queries of at most 30 seconds.
   *
   * @param login one that sees all rows: a member of {@code croft_admin}, or one with BYPASSRLS.
   *     The owner of the tables does not.
   */
  public static Analysis of(String jdbcUrl, Login login) {
    return new Analysis(jdbcUrl, login, List.of(), ROWS, PATIENCE, (table, number, count) -> {});
  }

  /**
   * The same of these alone.
   *
   * @param chosen qualified names of tables, and names of schemas
   */
  public Analysis only(List<String> chosen) {
    return new Analysis(jdbcUrl, login, List.copyOf(chosen), rows, timeout, progress);
  }

  /** The same, of samples of this size. */
  public Analysis sampling(int size) {
    return new Analysis(jdbcUrl, login, names, size, timeout, progress);
  }

  /** The same, giving up queries that take longer. */
  public Analysis givingUpAfter(Duration patience) {
    return new Analysis(jdbcUrl, login, names, rows, patience, progress);
  }

  /** The same, telling how far it is. */
  public Analysis tellingOf(AnalysisProgress newProgress) {
    return new Analysis(jdbcUrl, login, names, rows, timeout, newProgress);
  }

  /**
   * Reads the tables.
   *
   * @throws HiddenRowsException if the login sees no table whole
   * @throws AnalysisException if the database cannot be read, or a name is that of nothing
   */
  public AnalysisReport run() {
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl, login.user(), login.password())) {
      return read(new Reading(connection, timeout));
    } catch (SQLException e) {
      throw new AnalysisException(
          "PostgreSQL answered with SQLSTATE " + e.getSQLState(),
          "See that the server runs, and that %s may connect and read.".formatted(login.user()),
          e);
    }
  }

  private AnalysisReport read(Reading reading) throws SQLException {
    Listing listing = new Listing(reading);
    List<Listing.Entry> tables = chosen(listing.tables());
    if (!tables.isEmpty() && tables.stream().allMatch(Listing.Entry::isHidden)) {
      throw new HiddenRowsException(login.user(), tables.size());
    }
    TableAnalysis analysis = new TableAnalysis(new Sampler(reading, rows));
    List<Dependency> found = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    for (int number = 0; number < tables.size(); number++) {
      Listing.Entry table = tables.get(number);
      progress.begun(table.name(), number + 1, tables.size());
      if (!table.isReadable()) {
        unread.add(new Unread(table.name(), "there is no privilege to read it"));
      } else if (table.isHidden()) {
        unread.add(new Unread(table.name(), "row-level security hides rows of it"));
      } else {
        read(table, listing, analysis, found, unread);
      }
    }
    return new AnalysisReport(
        tables.size() - unread.size(), List.copyOf(found), List.copyOf(unread));
  }

  private void read(
      Listing.Entry table,
      Listing listing,
      TableAnalysis analysis,
      List<Dependency> found,
      List<Unread> unread)
      throws SQLException {
    try {
      found.addAll(analysis.dependencies(listing.shape(table)));
    } catch (SQLException e) {
      if (!QUERY_CANCELED.equals(e.getSQLState())) {
        throw e;
      }
      unread.add(
          new Unread(table.name(), "a query took longer than %d ms".formatted(timeout.toMillis())));
    }
  }

  private List<Listing.Entry> chosen(List<Listing.Entry> tables) {
    for (String name : names) {
      if (tables.stream().noneMatch(each -> isNamed(each, name))) {
        throw new AnalysisException(
            "no table or schema is called " + name,
            "Name it as schema.table, or the schema.",
            null);
      }
    }
    return tables.stream()
        .filter(table -> names.isEmpty() || names.stream().anyMatch(name -> isNamed(table, name)))
        .toList();
  }

  private static boolean isNamed(Listing.Entry table, String name) {
    return table.name().equals(name) || table.name().startsWith(name + ".");
  }
}
