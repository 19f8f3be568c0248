package dev.croft.postgres;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server whose databases this JVM keeps track of. */
final class RunningServer implements PostgresServer {
  private static final Logger log = LoggerFactory.getLogger(RunningServer.class);

  private final Administration administration;
  private final Login owner;
  private final boolean superuser;
  private final int majorVersion;
  private final Set<RunningDatabase> databases = ConcurrentHashMap.newKeySet();
  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread closer = new Thread(this::closeOnce, "croft-postgres-closer");

  private RunningServer(Administration administration) {
    this.administration = administration;
    administration.reach();
    this.superuser = administration.isSuperuser();
    this.majorVersion = administration.majorVersion();
    this.owner = administration.createOwner(superuser);
  }

  static RunningServer on(BackingServer backing) {
    try {
      RunningServer server = new RunningServer(new Administration(backing));
      Runtime.getRuntime().addShutdownHook(server.closer);
      return server;
    } catch (RuntimeException e) {
      backing.stop();
      throw e;
    }
  }

  @Override
  public int majorVersion() {
    return majorVersion;
  }

  @Override
  public PostgresDatabase createDatabase() {
    return create("template0");
  }

  @Override
  public PostgresDatabase cloneOf(PostgresDatabase template) {
    PostgresDatabase clone = create(template.name());
    if (!administration.letsEveryoneMakeTemporaryTables(template)) {
      administration.execute(
          "close a clone like its template",
          "revoke temporary on database %s from public",
          clone.name());
    }
    return clone;
  }

  @Override
  public PostgresDatabase template(String key, Consumer<PostgresDatabase> prepare) {
    return templates
        .computeIfAbsent(key, absent -> new Template(this::createDatabase))
        .get(prepare);
  }

  private RunningDatabase create(String template) {
    String name = RandomText.name("croft");
    administration.execute(
        "create a database",
        "create database %s owner %s template %s strategy file_copy",
        name,
        owner.user(),
        template);
    RunningDatabase database = new RunningDatabase(this, name);
    databases.add(database);
    return database;
  }

  Administration administration() {
    return administration;
  }

  Login owner() {
    return owner;
  }

  boolean hasSuperuser() {
    return superuser;
  }

  void forget(RunningDatabase database) {
    databases.remove(database);
  }

  @Override
  public void close() {
    closeOnce();
    try {
      Runtime.getRuntime().removeShutdownHook(closer);
    } catch (IllegalStateException e) {
      log.debug("the JVM is exiting", e);
    }
  }

  private void closeOnce() {
    if (closed.compareAndSet(false, true)) {
      try {
        dropEverything();
      } finally {
        administration.close();
        administration.server().stop();
      }
    }
  }

  private void dropEverything() {
    if (!administration.server().isThrowAway()) {
      databases.forEach(RunningDatabase::close);
      administration.dropRole(owner.user());
    }
  }
}
