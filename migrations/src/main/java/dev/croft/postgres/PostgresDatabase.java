package dev.croft.postgres;

import java.sql.Connection;

/** A database of a {@link PostgresServer}. What fails, fails with a {@link PostgresException}. */
public interface PostgresDatabase extends AutoCloseable {

  /** The host name or address. */
  String host();

  /** The TCP port. */
  int port();

  /** The name of the database. */
  String name();

  /** The address for JDBC, without credentials. */
  String jdbcUrl();

  /** The login that owns the database: no superuser, but it may create roles. */
  Login owner();

  /**
   * A superuser of the server, for tests that must do what no owner may.
   *
   * @throws PostgresException if the server was given by a URL whose login is no superuser
   */
  Login superuser();

  /** Connects as the owner. */
  Connection connect();

  /** Connects as the given login. */
  Connection connect(Login login);

  /**
   * Creates a login with a random name and password, dropped together with the database.
   *
   * @param group the role that the login is made a member of
   */
  Login createLogin(String group);

  /** Drops the database, whoever is connected to it. Doing so again does nothing. */
  @Override
  void close();
}
