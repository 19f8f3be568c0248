package dev.croft.doctor;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.UnsafeDatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Schema;
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

  /**
   * Reads the catalogue as the login of tenant sessions; changes nothing, logs nothing.
   *
   * @param schemas the generated schemas of the application; those of Croft are known
   */
  public static Examination examine(ConnectionPool pool, Collection<? extends Schema> schemas) {
    return new Examination(query(pool, connection -> examine(connection, schemas).findings()));
  }

  /** As {@link #examine(ConnectionPool, Collection)}, on a connection in auto-commit mode. */
  public static Examination examine(Connection connection, Collection<? extends Schema> schemas)
      throws SQLException {
    return new Examination(new Catalogue(connection, GeneratedTables.of(schemas)).findings());
  }

  /**
   * Checks the login of tenant sessions, and logs the warnings of a database that is opened.
   *
   * @param schemas the generated schemas of the application; those of Croft are known
   * @param reportOnly whether errors are logged as well, instead of thrown
   * @return what was found
   * @throws UnsafeDatabaseException naming everything that would let it out of a tenant
   */
  public static Examination checkRuntime(
      ConnectionPool pool, Collection<? extends Schema> schemas, boolean reportOnly) {
    Examination examination = examine(pool, schemas);
    judge(examination.errors(), reportOnly);
    warn(examination.warnings());
    return examination;
  }

  /**
   * Checks the login of reader sessions as that of tenant sessions. The catalogue is the same, so
   * what {@code known} has of it is not logged again.
   *
   * @throws UnsafeDatabaseException as {@link #checkRuntime} does
   */
  public static void checkReader(
      ConnectionPool pool,
      Collection<? extends Schema> schemas,
      boolean reportOnly,
      Examination known) {
    Examination news = examine(pool, schemas).without(known);
    if (!news.errors().isEmpty()) {
      judge(news.errors(), reportOnly);
    }
    warn(news.warnings());
  }

  private static void warn(List<Finding> warnings) {
    if (!warnings.isEmpty()) {
      LOG.warn("This database could be safer:\n{}", text(warnings));
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
