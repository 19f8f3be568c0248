package dev.croft.migrations;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Empties a database, in one transaction.
 *
 * <p>A row that a changeset wrote bears the transaction that the record of the changeset bears too,
 * since both are committed together; and so it is with seeders. Any other row is one that nobody
 * could write again.
 */
final class Reset {
  private static final String UNFORCE = text("reset-see-all-rows.sql");
  private static final String TABLES = text("reset-tables.sql");
  private static final String DROP = text("reset-drop.sql");
  private static final String ADVICE =
      "Reset a database for development; to lose all that, say so twice: ask for it, and name the"
          + " database.";

  private final Connection connection;

  Reset(Connection connection) {
    this.connection = connection;
  }

  /** Drops everything, if changesets wrote all there is. */
  void unlessSomethingIsLost() throws SQLException {
    inTransaction(
        statement -> {
          statement.execute(UNFORCE);
          List<String> losses = losses(statement);
          if (!losses.isEmpty()) {
            throw new ResetRefusedException(String.join(", and ", losses), ADVICE);
          }
          statement.execute(DROP);
        });
  }

  /** Drops everything, whatever it is, if the database has this name. */
  void named(String databaseName) throws SQLException {
    inTransaction(
        statement -> {
          String name = ask(statement, "select current_database()").getFirst();
          if (!name.equals(databaseName)) {
            throw new ResetRefusedException(
                "it is called %s, not %s".formatted(name, databaseName),
                "Connect to the database that is to be emptied.");
          }
          statement.execute(DROP);
        });
  }

  private static List<String> losses(Statement statement) throws SQLException {
    List<String> losses = new ArrayList<>();
    if (ProductionMark.isSeen(statement)) {
      losses.add("it is marked as production");
    }
    List<String> tables = tablesWithOtherRows(statement);
    if (!tables.isEmpty()) {
      losses.add(
          "it holds rows that no changeset and no seeder wrote, in " + String.join(", ", tables));
    }
    return losses;
  }

  private static List<String> tablesWithOtherRows(Statement statement) throws SQLException {
    List<String> tables = ask(statement, TABLES);
    if (tables.isEmpty()) {
      return List.of();
    }
    String foreign = ofNoRecord(statement);
    return ask(
        statement,
        tables.stream()
            .map(
                table ->
                    "select pg_catalog.format('%%s', '%s'::regclass) where exists (select from %s t%s)"
                        .formatted(table.replace("'", "''"), table, foreign))
            .collect(joining(" union all ")));
  }

  /** That no changeset and no run of seeders was recorded with the row, if any is recorded. */
  private static String ofNoRecord(Statement statement) throws SQLException {
    List<String> records = new ArrayList<>();
    for (String table : List.of(History.SCHEMA + ".databasechangelog", "croft.seed_runs")) {
      if (isThere(statement, table)) {
        records.add("select r.xmin::text from %s r".formatted(table));
      }
    }
    return records.isEmpty()
        ? ""
        : " where t.xmin::text not in (%s)".formatted(String.join(" union all ", records));
  }

  private static boolean isThere(Statement statement, String table) throws SQLException {
    String query = "select pg_catalog.to_regclass('%s') is not null".formatted(table);
    return ask(statement, query).getFirst().equals("t");
  }

  private static List<String> ask(Statement statement, String query) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
    }
    return answers;
  }

  private interface Work {
    void with(Statement statement) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      work.with(statement);
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static String text(String resource) {
    try (InputStream stream = Reset.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
