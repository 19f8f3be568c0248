package dev.croft.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The live catalogue, read by one role in a transaction whose names mean those of pg_catalog. */
final class Catalogue {
  private static final List<Rule> RULES = List.of(Rule.values());
  private static final String QUESTION = Rule.question(RULES);

  private final Connection connection;
  private final GeneratedTables generated;

  Catalogue(Connection connection, GeneratedTables generated) {
    this.connection = connection;
    this.generated = generated;
  }

  /** Asks every rule. The connection is in auto-commit mode before and after. */
  List<Finding> findings() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction read only");
      return ask();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Asks every rule in a transaction of the caller, and leaves its search_path changed. */
  List<Finding> ask() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local search_path = pg_catalog");
      statement.execute("set local standard_conforming_strings = on");
      List<Finding> findings = new ArrayList<>(versions(statement));
      findings.addAll(rules());
      return findings;
    }
  }

  private List<Finding> versions(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("show server_version_num")) {
      row.next();
      return Versions.findings(row.getInt(1), connection.getMetaData().getDriverVersion());
    }
  }

  private List<Finding> rules() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
      generated.bind(statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          findings.add(finding(row));
        }
      }
    }
    return findings;
  }

  private static Finding finding(ResultSet row) throws SQLException {
    Rule rule = RULES.get(row.getInt(1));
    String object = row.getString(2);
    String problem = row.getString(3).replace("%s", object);
    return new Finding(
        rule.id(), rule.severity(), object, problem, row.getString(4), row.getString(5));
  }
}
