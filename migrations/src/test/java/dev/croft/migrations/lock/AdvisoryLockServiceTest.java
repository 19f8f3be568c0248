package dev.croft.migrations.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lock for those who use Liquibase itself. */
class AdvisoryLockServiceTest {
  private static final Logger logger = Logger.getLogger("liquibase");

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();

  @BeforeAll
  static void keepLiquibaseQuiet() {
    logger.setLevel(Level.WARNING);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void liquibase_finds_the_service_by_itself_and_needs_no_table() throws Exception {
    try (Connection connection = database.connect()) {
      Database liquibase = liquibase(connection);
      assertThat(LockServiceFactory.getInstance().getLockService(liquibase))
          .isInstanceOf(AdvisoryLockService.class);
      update(liquibase);
      assertThat(new AdvisoryLock(connection).isHeld()).isFalse();
    }
    try (Connection connection = database.connect();
        var row =
            connection
                .createStatement()
                .executeQuery(
                    "select to_regclass('content.todos'),"
                        + " to_regclass('public.databasechangeloglock')")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("content.todos");
      assertThat(row.getString(2)).isNull();
    }
  }

  @Test
  void two_databases_are_locked_apart() throws Exception {
    try (PostgresDatabase other = PostgresServer.shared().createDatabase();
        Connection one = database.connect();
        Connection two = other.connect()) {
      LockService first = service(one);
      LockService second = service(two);
      assertThat(first.acquireLock()).isTrue();
      assertThat(second.acquireLock()).isTrue();
      second.releaseLock();
      assertThat(first.hasChangeLogLock()).isTrue();
      assertThat(second.hasChangeLogLock()).isFalse();
    }
  }

  @Test
  void one_database_is_locked_once() throws Exception {
    try (Connection one = database.connect();
        Connection two = database.connect()) {
      LockService first = service(one);
      LockService second = service(two);
      first.waitForLock();
      first.waitForLock();
      assertThat(second.acquireLock()).isFalse();
      second.setChangeLogLockWaitTime(0);
      assertThatThrownBy(second::waitForLock)
          .isInstanceOf(LockException.class)
          .hasMessageContaining("held the migration lock for 0 s");
      second.releaseLock();
      assertThat(first.hasChangeLogLock()).isTrue();
      first.releaseLock();
      assertThat(second.acquireLock()).isTrue();
    }
  }

  @Test
  void a_closed_connection_holds_nothing() throws Exception {
    Connection one = database.connect();
    service(one).waitForLock();
    one.close();
    try (Connection two = database.connect()) {
      new AdvisoryLock(two).acquire(Duration.ofSeconds(10));
      assertThat(new AdvisoryLock(two).isHeld()).isTrue();
    }
  }

  private static LockService service(Connection connection) throws Exception {
    AdvisoryLockService service = new AdvisoryLockService();
    service.setDatabase(liquibase(connection));
    return service;
  }

  private static Database liquibase(Connection connection) throws Exception {
    return DatabaseFactory.getInstance()
        .findCorrectDatabaseImplementation(new JdbcConnection(connection));
  }

  private static void update(Database liquibase) throws Exception {
    Scope.child(
        Map.of(
            Scope.Attr.ui.name(),
            new LoggerUIService(),
            Scope.Attr.resourceAccessor.name(),
            new ClassLoaderResourceAccessor(),
            "liquibase.analytics.enabled",
            false),
        () -> {
          new CommandScope("update")
              .addArgumentValue("database", liquibase)
              .addArgumentValue("changelogFile", "changelogs/todos/changelog.xml")
              .addArgumentValue("showSummary", UpdateSummaryEnum.OFF)
              .execute();
        });
  }
}
