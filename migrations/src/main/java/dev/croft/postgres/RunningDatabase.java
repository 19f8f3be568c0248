package dev.croft.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A database that exists until it is closed. */
final class RunningDatabase implements PostgresDatabase {
  private final RunningServer server;
  private final Administration administration;
  private final String name;
  private final Queue<Login> logins = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  RunningDatabase(RunningServer server, String name) {
    this.server = server;
    this.administration = server.administration();
    this.name = name;
  }

  @Override
  public String host() {
    return administration.server().address().host();
  }

  @Override
  public int port() {
    return administration.server().address().port();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String jdbcUrl() {
    return administration.server().address().jdbcUrl(name);
  }

  @Override
  public Login owner() {
    return server.owner();
  }

  @Override
  public Login superuser() {
    if (!server.hasSuperuser()) {
      throw new PostgresException(
          "There is no superuser",
          "the login of the given database URL is none",
          "Give the URL of a superuser, or none for an embedded server.",
          null);
    }
    return administration.server().administrator();
  }

  @Override
  public Connection connect() {
    return connect(owner());
  }

  @Override
  public Connection connect(Login login) {
    try {
      return administration.connect(name, login);
    } catch (SQLException e) {
      throw administration.failed("connect to %s as %s".formatted(name, login.user()), e);
    }
  }

  @Override
  public Login createLogin(String group) {
    Login login = administration.createLogin("croft_login", "in role %s", group);
    logins.add(login);
    return login;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      administration.execute("drop a database", "drop database if exists %s with (force)", name);
      logins.forEach(login -> administration.dropRole(login.user()));
      server.forget(this);
    }
  }

  @Override
  public String toString() {
    return "PostgresDatabase[%s:%d/%s]".formatted(host(), port(), name);
  }
}
