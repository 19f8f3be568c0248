package dev.croft.connection;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.UncleanStatementException;
import dev.croft.fixture.Figures;
import dev.croft.fixture.PgBouncer;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.postgres.Login;
import dev.croft.session.TenantSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tenants in turn over one connection of the server, which a pooler shares among them. */
@NullUnmarked
class PgBouncerTest {
  private static final int ROUNDS = 100;

  private Village village;
  private Login guest;
  private PgBouncer bouncer;
  private Croft croft;

  @BeforeEach
  void connectThroughThePooler() throws IOException, InterruptedException {
    boolean isThere = PgBouncer.isThere();
    if (!isThere) {
      System.out.println(
          "PgBouncerTest is skipped: there is no PgBouncer, nor can it be installed");
    }
    assumeTrue(isThere);
    village = Village.found();
    guest = village.database().createLogin("croft_app");
    Credentials runtime = Village.credentials(guest);
    bouncer = PgBouncer.before(village.address(), runtime);
    DatabaseAddress address =
        new DatabaseAddress("127.0.0.1", bouncer.port(), village.address().database());
    croft =
        Croft.open(
            village
                .sealed(CroftConfig.of(address, runtime))
                .withServer(server -> server.pooler(Pooler.TRANSACTION)));
  }

  @AfterEach
  void close() throws IOException {
    if (village != null) {
      croft.close();
      bouncer.close();
      village.close();
    }
  }

  @Test
  void tenants_that_take_turns_on_one_server_connection_see_their_own_rows() throws Exception {
    List<UUID> acmes = ids(village.acme());
    List<UUID> globexes = ids(village.globex());
    List<Future<Integer>> threads = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 3; i++) {
        threads.add(executor.submit(() -> work(village.acmeId(), acmes)));
        threads.add(executor.submit(() -> work(village.globexId(), globexes)));
      }
    }
    int units = 0;
    for (Future<Integer> thread : threads) {
      units += thread.get();
    }
    Figures.add("PgBouncer: units of work on one server connection", units);
    assertThat(serverConnections()).isEqualTo(1);
  }

  @Test
  void plain_sql_runs_and_may_leave_nothing_behind() {
    TenantSession acme = croft.tenant(village.acmeId());
    String count = "select count(*) from auth.roles";
    assertThat(acme.unchecked("to count").fetchValue(count)).isEqualTo(3L);
    acme.transaction(tx -> assertThat(tx.unchecked("to count").fetchValue(count)).isEqualTo(3L));
    assertThatThrownBy(
            () -> acme.unchecked("to try").fetch("select set_config('work_mem', '1MB', false)"))
        .isInstanceOf(UncleanStatementException.class);
    assertThat(acme.unchecked("to count").fetchValue(count)).isEqualTo(3L);
  }

  private static List<UUID> ids(TenantSession session) {
    return session.dsl().select(ROLES.ID).from(ROLES).orderBy(ROLES.ID).fetch(ROLES.ID);
  }

  /** A read, a transaction, one that is rolled back, and a failure, over and over. */
  private int work(TenantId tenant, List<UUID> expected) {
    TenantSession session = croft.tenant(tenant);
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(ids(session)).isEqualTo(expected);
      List<UUID> inTransaction = session.transactionResult(PgBouncerTest::ids);
      assertThat(inTransaction).isEqualTo(expected);
      assertThatThrownBy(() -> session.transaction(PgBouncerTest::addAndFail))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> add(session, "admin")).isInstanceOf(DuplicateKeyException.class);
    }
    return 4 * ROUNDS;
  }

  private static void addAndFail(TenantSession tx) {
    add(tx, "cook");
    throw new IllegalStateException("changed my mind");
  }

  private static void add(TenantSession session, String name) {
    session.dsl().insertInto(ROLES).set(ROLES.NAME, name).execute();
  }

  private long serverConnections() throws SQLException {
    try (Connection connection = village.database().connect(village.database().superuser());
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from pg_stat_activity where usename = ?")) {
      statement.setString(1, guest.user());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
