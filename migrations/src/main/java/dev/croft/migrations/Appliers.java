package dev.croft.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/** Who applied each changeset: a column of the record, which the server fills by itself. */
final class Appliers {
  private final Database database;
  private final String table;

  Appliers(Database database) {
    this.database = database;
    this.table = database.getLiquibaseSchemaName() + ".databasechangelog";
  }

  /** Has the server note the login from now on. */
  void keep() throws DatabaseException {
    try (Statement statement = connection().createStatement()) {
      if (!isKept(statement)) {
        // In two steps, for else the rows there are would be given this login.
        statement.execute("alter table " + table + " add column applied_by text");
        statement.execute("alter table " + table + " alter applied_by set default session_user");
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    database.commit();
  }

  private boolean isKept(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(isKept())) {
      return row.next() && row.getBoolean(1);
    }
  }

  Map<ChangesetId, String> byChangeset() throws DatabaseException {
    Map<ChangesetId, String> logins = new HashMap<>();
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery(logins())) {
      while (rows.next()) {
        String file = DatabaseChangeLog.normalizePath(rows.getString(1));
        logins.put(new ChangesetId(file, rows.getString(2), rows.getString(3)), rows.getString(4));
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    return logins;
  }

  private String isKept() {
    return """
        select exists (
          select from pg_catalog.pg_attribute a
          where a.attrelid = '%s'::regclass and a.attname = 'applied_by' and not a.attisdropped)
        """
        .formatted(table);
  }

  /** Where the column is missing, nobody is known, and asking must not add it. */
  private String logins() {
    return """
        select h.filename, h.author, h.id, to_jsonb(h) ->> 'applied_by' from %s h
        where to_jsonb(h) ->> 'applied_by' is not null
        """
        .formatted(table);
  }

  private Connection connection() {
    return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
  }
}
