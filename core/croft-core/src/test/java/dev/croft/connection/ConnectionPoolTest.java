package dev.croft.connection;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.SessionException;
import dev.croft.fixture.Village;
import dev.croft.postgres.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@NullUnmarked
class ConnectionPoolTest {
  /** A thread that was told to end may take a moment. */
  private static final Duration ENDING = Duration.ofSeconds(5);

  private Village village;

  private Login guest;

  @BeforeEach
  void found() {
    village = Village.found();
    guest = village.database().createLogin("croft_app");
  }

  /** With a login that nobody else uses. */
  private CroftConfig config() {
    return village.config(guest);
  }

  @AfterEach
  void close() {
    village.close();
  }

  private ConnectionPool open(PoolSettings pool) {
    return ConnectionPool.open(config().connections().with(pool), Access.RUNTIME);
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void every_connection_has_its_limits_and_its_name() throws SQLException {
    try (ConnectionPool pool = open(PoolSettings.defaults())) {
      Connection connection = pool.take();
      assertThat(setting(connection, "statement_timeout")).isEqualTo("30s");
      assertThat(setting(connection, "lock_timeout")).isEqualTo("10s");
      assertThat(setting(connection, "idle_in_transaction_session_timeout")).isEqualTo("1min");
      assertThat(setting(connection, "application_name")).isEqualTo("croft");
      pool.giveBack(connection);
    }
  }

  @Test
  void an_exhausted_pool_names_who_holds_the_connections_where_leaks_are_looked_for() {
    PoolSettings settings =
        PoolSettings.defaults()
            .maximumSize(1)
            .connectionTimeout(Duration.ofMillis(300))
            .leakDetection(Duration.ofSeconds(30));
    try (ConnectionPool pool = open(settings)) {
      Connection held = pool.take();
      assertThatThrownBy(pool::take)
          .isInstanceOf(ConnectionUnavailableException.class)
          .hasMessage(
              "No connection to the database could be had: none came free in time, for role "
                  + guest.user()
                  + " with at most 1 connections, held by thread "
                  + Thread.currentThread().getName()
                  + " for 0 s. Check that the server is up and takes the credentials; end"
                  + " transactions sooner, or allow more connections.");
      pool.giveBack(held);
    }
  }

  @Test
  void an_exhausted_pool_names_nobody_otherwise() {
    PoolSettings settings =
        PoolSettings.defaults().maximumSize(1).connectionTimeout(Duration.ofMillis(300));
    try (ConnectionPool pool = open(settings)) {
      Connection held = pool.take();
      assertThatThrownBy(pool::take)
          .isInstanceOfSatisfying(
              ConnectionUnavailableException.class, e -> assertThat(e.holders()).isEmpty());
      pool.giveBack(held);
    }
  }

  @Test
  void closing_waits_for_work_that_is_running() throws ExecutionException, InterruptedException {
    Croft croft = Croft.open(config());
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> work =
          threads.submit(
              () ->
                  croft
                      .tenant(village.acmeId())
                      .transactionResult(
                          tx -> {
                            tx.dsl().fetchCount(ROLES);
                            running.countDown();
                            go.await();
                            return tx.dsl().fetchCount(ROLES);
                          }));
      running.await();
      Future<?> closing = threads.submit(croft::close);
      assertThatThrownBy(() -> takeUntilClosed(croft)).isInstanceOf(SessionException.class);
      go.countDown();
      assertThat(work.get()).isEqualTo(3);
      closing.get();
    }
    assertNothingIsLeft();
  }

  @Test
  void while_work_of_one_login_is_waited_for_no_other_takes_up_work() throws Exception {
    Croft croft = Croft.open(config().withSystem(village.system()));
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> work =
          threads.submit(
              () ->
                  croft
                      .tenant(village.acmeId())
                      .transactionResult(
                          tx -> {
                            running.countDown();
                            return go.await(1, MINUTES);
                          }));
      running.await();
      Future<?> closing = threads.submit(croft::close);
      assertThatThrownBy(() -> openUntilClosed(croft)).isInstanceOf(SessionException.class);
      assertThat(work.isDone()).isFalse();
      go.countDown();
      work.get();
      closing.get();
    }
    assertNothingIsLeft();
  }

  private static void openUntilClosed(Croft croft) {
    while (true) {
      croft.system("is it closed?");
    }
  }

  private void takeUntilClosed(Croft croft) {
    while (true) {
      croft.tenant(village.acmeId()).dsl().fetchCount(ROLES);
    }
  }

  @Test
  void closing_cancels_what_goes_on_for_too_long() throws Exception {
    CroftConfig config = config().withPool(pool -> pool.closeTimeout(Duration.ofMillis(200)));
    Croft croft = Croft.open(config);
    CountDownLatch running = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> work = threads.submit(() -> countForLong(croft, running));
      running.await();
      croft.close();
      assertThatThrownBy(work::get).hasCauseInstanceOf(DatabaseException.class);
    }
    assertNothingIsLeft();
  }

  private int countForLong(Croft croft, CountDownLatch running) {
    return croft
        .tenant(village.acmeId())
        .transactionResult(
            tx -> {
              tx.dsl().fetchCount(ROLES);
              running.countDown();
              var many = DSL.generateSeries(1, 2_000_000_000);
              return tx.dsl().selectCount().from(many).fetchSingle().value1();
            });
  }

  @Test
  void closing_again_does_nothing_and_a_closed_croft_says_so() {
    Croft croft = Croft.open(config());
    croft.close();
    croft.close();
    assertThatThrownBy(() -> croft.tenant(village.acmeId()).dsl().fetchCount(ROLES))
        .isInstanceOf(SessionException.class)
        .hasMessage(
            "No connection was taken: the pool of role %s is closed. Open Croft again, and close"
                    .formatted(guest.user())
                + " it when no work is left.");
  }

  /** Neither a connection of the login on the server, nor a thread of its pool. */
  private void assertNothingIsLeft() throws InterruptedException {
    String user = guest.user();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("croft-" + user)) {
        assertThat(thread.join(ENDING)).as("%s has ended", thread).isTrue();
      }
    }
    village.awaitNoConnectionsOf(user);
  }

  @Test
  void a_data_source_of_the_application_is_used_and_left_open() throws SQLException {
    try (HikariDataSource given = new HikariDataSource()) {
      given.setDataSource(driver());
      CroftConfig config =
          village.sealed(CroftConfig.of(Access.RUNTIME, new ConnectionSource.Given(given)));
      try (Croft croft = Croft.open(config)) {
        assertThat(croft.tenant(village.acmeId()).dsl().fetchCount(ROLES)).isEqualTo(3);
      }
      assertThat(given.isClosed()).isFalse();
      try (Connection connection = given.getConnection()) {
        assertThat(setting(connection, "app.tenant_id")).isEmpty();
      }
    }
  }

  private PGSimpleDataSource driver() {
    return ServerDataSource.of(
        new ConnectionSource.Server(village.address(), Village.credentials(guest)),
        ServerSettings.defaults());
  }

  @Test
  void a_poisoned_connection_of_the_application_s_pool_is_closed() throws SQLException {
    try (HikariDataSource given = new HikariDataSource()) {
      given.setDataSource(driver());
      given.setMaximumPoolSize(1);
      CroftConfig config =
          village.sealed(CroftConfig.of(Access.RUNTIME, new ConnectionSource.Given(given)));
      try (Croft croft = Croft.open(config)) {
        poison(given);
        assertThatThrownBy(() -> croft.tenant(village.acmeId()).dsl().fetchCount(ROLES))
            .isInstanceOf(DatabaseException.class);
        assertThat(croft.tenant(village.acmeId()).dsl().fetchCount(ROLES)).isEqualTo(3);
      }
    }
  }

  private void poison(HikariDataSource given) throws SQLException {
    try (Connection connection = given.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set app.tenant_id = '" + village.globexId() + "'");
    }
  }

  @Test
  void a_data_source_without_auto_commit_is_refused() {
    try (HikariDataSource given = new HikariDataSource()) {
      given.setDataSource(driver());
      given.setAutoCommit(false);
      CroftConfig config =
          village.sealed(CroftConfig.of(Access.RUNTIME, new ConnectionSource.Given(given)));
      assertThatThrownBy(() -> Croft.open(config))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "The configuration of Croft cannot be used: the application's data source cannot be"
                  + " used, because its connections do not come in auto-commit mode. Give one of"
                  + " pgjdbc's connections, in auto-commit mode.");
    }
  }

  @Test
  void the_text_of_a_given_data_source_is_not_shown() {
    assertThat(new ConnectionSource.Given(driver()).toString())
        .isEqualTo("Given[dataSource=org.postgresql.ds.PGSimpleDataSource]");
  }
}
