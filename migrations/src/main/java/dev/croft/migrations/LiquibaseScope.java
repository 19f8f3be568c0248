package dev.croft.migrations;

import java.io.IOException;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.ui.LoggerUIService;

/** Runs Liquibase quietly, and one piece of work at a time: much of its state is the JVM's. */
final class LiquibaseScope {
  private static final ReentrantLock turn = new ReentrantLock();

  private LiquibaseScope() {}

  /** Work that Liquibase does on a database. */
  interface Work<T> {
    T on(AtomicDatabase database) throws LiquibaseException, IOException;
  }

  /**
   * Reads a changelog, without a database.
   *
   * @param parameters what stands for {@code ${name}}
   */
  static Changelog read(String path, ChangelogFiles files, Map<String, String> parameters)
      throws LiquibaseException, IOException {
    return call(
        new AtomicDatabase(), files, database -> Changelog.read(path, files, database, parameters));
  }

  /** Reads a changelog as it is written, without a database. */
  static WrittenChangelog written(String path, ChangelogFiles files)
      throws LiquibaseException, IOException {
    return call(new AtomicDatabase(), files, database -> Changelog.written(path, files, database));
  }

  /** Works on the database at the other end of the connection, whose record is in the schema. */
  static <T> T call(Connection connection, String recordSchema, ChangelogFiles files, Work<T> work)
      throws LiquibaseException, IOException {
    return call(
        new AtomicDatabase(),
        files,
        database -> {
          database.setConnection(new JdbcConnection(connection));
          database.setLiquibaseSchemaName(recordSchema);
          return work.on(database);
        });
  }

  private static <T> T call(AtomicDatabase database, ChangelogFiles files, Work<T> work)
      throws LiquibaseException, IOException {
    turn.lock();
    try {
      return Scope.child(surroundings(database, files), () -> forgetting(database, work));
    } catch (RuntimeException | LiquibaseException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new LiquibaseException(e);
    } finally {
      turn.unlock();
    }
  }

  private static Map<String, Object> surroundings(AtomicDatabase database, ChangelogFiles files) {
    return Map.of(
        Scope.Attr.logService.name(),
        new Slf4jLogService(),
        Scope.Attr.ui.name(),
        new LoggerUIService(),
        Scope.Attr.resourceAccessor.name(),
        files,
        Scope.Attr.database.name(),
        database);
  }

  /** Liquibase keeps what it learned about a database until it is told to forget. */
  private static <T> T forgetting(AtomicDatabase database, Work<T> work) throws Exception {
    try {
      return work.on(database);
    } finally {
      Scope scope = Scope.getCurrentScope();
      scope.getSingleton(ExecutorService.class).clearExecutor("jdbc", database);
      scope.getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
    }
  }
}
