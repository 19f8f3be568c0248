package dev.croft.doctor;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.UnsafeDatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examines a database through the connections that Croft would use. */
public final class Doctor {
  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

  private static final String NOT_ADMIN =
      """
      select current_user::text
      where not coalesce(
        (select pg_catalog.pg_has_role(current_user, r.oid, 'USAGE')
         from pg_catalog.pg_roles r where r.rolname = 'croft_admin'),
        false)
      """;

  private Doctor() {}

  /** Reads the catalogue as the login of tenant sessions; changes nothing, logs nothing. */
  public static Examination examine(ConnectionPool pool) {
    return new Examination(query(pool, connection -> examine(connection).findings()));
  }

  /** As {@link #examine(ConnectionPool)}, on a connection in auto-commit mode. */
  public static Examination examine(Connection connection) throws SQLException {
    return new Examination(new Catalogue(connection).findings());
  }

  /**
   * Checks the login of tenant sessions, and logs the warnings of a database that is opened.
   *
   * @param reportOnly whether errors are logged as well, instead of thrown
   * @throws UnsafeDatabaseException naming everything that would let it out of a tenant
   */
  public static void checkRuntime(ConnectionPool pool, boolean reportOnly) {
    Examination examination = examine(pool);
    judge(examination.errors(), reportOnly);
    if (!examination.warnings().isEmpty()) {
      LOG.warn("This database could be safer:\n{}", text(examination.warnings()));
    }
  }

  /**
   * Checks the login of system sessions.
   *
   * @param reportOnly whether errors are logged, instead of thrown
   * @throws UnsafeDatabaseException when it is not a member of {@code croft_admin}
   */
  public static void checkSystem(ConnectionPool pool, boolean reportOnly) {
    judge(query(pool, Doctor::systemRole), reportOnly);
  }

  private static void judge(List<Finding> errors, boolean reportOnly) {
    if (reportOnly) {
      LOG.warn(
          "Croft only reports and opens on ANY database: tenants may not be kept apart."
              + " Errors found: {}\n{}",
          errors.size(),
          text(errors));
    } else if (!errors.isEmpty()) {
      throw Refusal.because(errors);
    }
  }

  private static String text(List<Finding> findings) {
    return findings.stream().map(Finding::toText).collect(Collectors.joining());
  }

  private static List<Finding> systemRole(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOT_ADMIN);
        ResultSet role = statement.executeQuery()) {
      return role.next() ? List.of(notAdmin(role.getString(1))) : List.of();
    }
  }

  private static Finding notAdmin(String role) {
    return new Finding(
        "system-role-not-in-group",
        Severity.ERROR,
        role,
        "the system role %s is not a member of croft_admin".formatted(role),
        "Policies and grants of system sessions are made to that group.",
        "grant croft_admin to %s;".formatted(role));
  }

  private interface Query {
    List<Finding> ask(Connection connection) throws SQLException;
  }

  private static List<Finding> query(ConnectionPool pool, Query query) {
    Connection connection = pool.take();
    try {
      return query.ask(connection);
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    } finally {
      pool.giveBack(connection);
    }
  }
}
