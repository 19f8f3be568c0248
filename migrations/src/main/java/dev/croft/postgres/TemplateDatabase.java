package dev.croft.postgres;

import java.sql.Connection;

/** A database that its server keeps for cloning: closing it does nothing. */
record TemplateDatabase(PostgresDatabase database) implements PostgresDatabase {

  @Override
  public String host() {
    return database.host();
  }

  @Override
  public int port() {
    return database.port();
  }

  @Override
  public String name() {
    return database.name();
  }

  @Override
  public String jdbcUrl() {
    return database.jdbcUrl();
  }

  @Override
  public Login owner() {
    return database.owner();
  }

  @Override
  public Login superuser() {
    return database.superuser();
  }

  @Override
  public Connection connect() {
    return database.connect();
  }

  @Override
  public Connection connect(Login login) {
    return database.connect(login);
  }

  @Override
  public Login createLogin(String group) {
    return database.createLogin(group);
  }

  @Override
  public void close() {}
}
