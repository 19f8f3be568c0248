package dev.croft.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A note of each changeset outside a transaction while it runs. A concurrent build of an index that
 * was ended, by a failure or by the end of the process, leaves an invalid index under the name that
 * the next try needs: what such a changeset left behind is dropped before the next.
 */
final class UnfinishedChangesets {
  private static final Logger log = LoggerFactory.getLogger(Migrator.class);

  private static final String IS_THERE = "select to_regclass('{table}') is not null";
  private static final String CREATE =
      """
      create table if not exists {table} (
        file text not null,
        author text not null,
        id text not null,
        begun_at timestamptz not null default now(),
        invalid_indexes oid[] not null)
      """;
  private static final String BEGIN =
      """
      insert into {table} (file, author, id, invalid_indexes)
      select ?, ?, ?, array(select i.indexrelid from pg_index i where not i.indisvalid)
      """;
  private static final String FINISH = "delete from {table} where (file, author, id) = (?, ?, ?)";

  // Not those that another session is building just now, nor those of others.
  private static final String LEFT =
      """
      select i.indexrelid::regclass::text
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where not i.indisvalid and c.relkind = 'i' and pg_has_role(c.relowner, 'usage')
        and not exists (
          select from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
        and exists (select from {table})
        and not exists (select from {table} u where i.indexrelid = any (u.invalid_indexes))
      """;

  private final Database database;
  private final String table;

  UnfinishedChangesets(Database database) {
    this.database = database;
    this.table = database.getLiquibaseSchemaName() + ".unfinished_changesets";
  }

  void begin(ChangesetId changeset) {
    run(CREATE);
    run(BEGIN, changeset.file(), changeset.author(), changeset.id());
    end();
  }

  void finish(ChangesetId changeset) {
    run(FINISH, changeset.file(), changeset.author(), changeset.id());
    end();
  }

  /** Drops the invalid indexes that unfinished changesets left, and forgets these. */
  void cleanUp() {
    if (ask(IS_THERE).contains("t")) {
      List<String> left = ask(LEFT);
      end();
      dropOneByOne(left);
      run("delete from {table}");
      end();
    }
  }

  private void dropOneByOne(List<String> indexes) {
    setAutoCommit(true);
    for (String index : indexes) {
      log.warn("dropping the index {}, which an unfinished changeset left invalid", index);
      run("drop index concurrently if exists " + index);
    }
    setAutoCommit(false);
  }

  private void run(String sql, String... parameters) {
    try (PreparedStatement statement = connection().prepareStatement(of(sql))) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
  }

  private List<String> ask(String query) {
    List<String> answers = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet row = statement.executeQuery(of(query))) {
      while (row.next()) {
        answers.add(row.getString(1));
      }
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
    return answers;
  }

  private String of(String sql) {
    return sql.replace("{table}", table);
  }

  private void end() {
    try {
      if (!connection().getAutoCommit()) {
        connection().commit();
      }
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
  }

  private void setAutoCommit(boolean isOn) {
    try {
      connection().setAutoCommit(isOn);
    } catch (SQLException e) {
      throw DatabaseUnavailableException.of(e);
    }
  }

  private Connection connection() {
    return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
  }
}
