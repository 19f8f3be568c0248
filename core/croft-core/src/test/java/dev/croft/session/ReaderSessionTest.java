package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.access.RoleRepository;
import dev.croft.connection.Access;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionSource;
import dev.croft.connection.Credentials;
import dev.croft.connection.DatabaseAddress;
import dev.croft.connection.Pooler;
import dev.croft.connection.SslMode;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.ReadOnlyException;
import dev.croft.exception.SessionException;
import dev.croft.exception.StatementException;
import dev.croft.fixture.CountingProxy;
import dev.croft.fixture.PgBouncer;
import dev.croft.fixture.Standby;
import dev.croft.fixture.UnsteadyProxy;
import dev.croft.fixture.Village;
import dev.croft.health.Health;
import dev.croft.identity.NewTenant;
import dev.croft.identity.TenantRepository;
import dev.croft.isolation.TenantId;
import dev.croft.observation.CroftMetrics;
import dev.croft.postgres.PostgresServer;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a real primary and its hot standby, whose replay is held up to make it stale. */
@NullUnmarked
class ReaderSessionTest {
  private static Standby standby;
  private static PostgresServer primary;
  private static Village village;
  private static Croft croft;

  private final String name = unique("r");
  private TenantId tenant;
  private TenantSession acme;

  @BeforeAll
  static void start() throws IOException, SQLException {
    standby = Standby.start();
    primary = PostgresServer.at(standby.primaryUrl());
    village = Village.foundOn(primary);
    standby.catchUp();
    croft = Croft.open(config(replica(standby.port())));
  }

  @AfterAll
  static void stop() {
    croft.close();
    village.close();
    primary.close();
    standby.close();
  }

  /** A tenant that the Croft under test has not written to. */
  @BeforeEach
  void found() throws SQLException {
    tenant = newTenant();
    acme = croft.tenant(tenant);
    standby.catchUp();
  }

  private TenantId newTenant() {
    SystemSession system = village.croft().system("found a tenant").writing();
    TenantId id = TenantRepository.in(system).create(new NewTenant("New", unique("t"))).id();
    RoleRepository.in(village.croft().tenant(id)).create("keeper");
    return id;
  }

  private static String unique(String prefix) {
    return prefix + UUID.randomUUID();
  }

  @AfterEach
  void goOn() throws SQLException {
    standby.resume();
  }

  private static DatabaseAddress replica(int port) {
    return new DatabaseAddress("localhost", port, village.address().database());
  }

  private static CroftConfig config(DatabaseAddress reader) {
    return village.config().withReader(reader).withMaximumPoolSize(2);
  }

  private static CroftConfig withSystem() {
    return config(replica(standby.port())).withSystem(village.system());
  }

  private static boolean isOnReplica(TenantSession session) {
    DSLContext unchecked = session.unchecked("to learn which server this is");
    return Boolean.TRUE.equals(unchecked.fetchValue("select pg_is_in_recovery()"));
  }

  private static boolean sees(TenantSession session, String role) {
    return RoleRepository.in(session).findByName(role).isPresent();
  }

  private static int insert(TenantSession session, String role) {
    return session.dsl().insertInto(ROLES).set(ROLES.NAME, role).execute();
  }

  private static int[] insertInBatch(TenantSession session, String role) {
    DSLContext dsl = session.dsl();
    return dsl.batch(dsl.insertInto(ROLES, ROLES.NAME).values((String) null)).bind(role).execute();
  }

  private static int insertUnchecked(TenantSession session, String role) {
    return session
        .unchecked("to write by plain SQL")
        .execute(
            "insert into auth.roles (tenant_id, name) values (croft.current_tenant(), ?)", role);
  }

  @Test
  void a_reader_session_reads_on_the_replica_and_others_on_the_primary() {
    assertThat(isOnReplica(acme)).isFalse();
    assertThat(isOnReplica(acme.reader())).isTrue();
    assertThat(acme.reader().<Boolean, RuntimeException>transactionResult(tx -> isOnReplica(tx)))
        .isTrue();
    assertThat(sees(acme.reader(), "keeper")).isTrue();
    assertThat(acme.as(Actor.user(village.ann().id().value())).reader().actor())
        .isEqualTo(Actor.user(village.ann().id().value()));
  }

  /** The stale reader is the control: the row is not there for who reads on the replica. */
  @Test
  void its_own_write_is_read_at_once_although_the_replica_is_behind() throws SQLException {
    standby.pause();
    insert(acme, name);
    assertThat(sees(acme.readerAllowingStale(), name)).isFalse();
    assertThat(sees(acme.reader(), name)).isTrue();
    assertThat(isOnReplica(acme.reader())).isFalse();
    standby.catchUp();
    assertThat(isOnReplica(acme.reader())).isTrue();
    assertThat(sees(acme.reader(), name)).isTrue();
    assertThat(sees(acme.readerAllowingStale(), name)).isTrue();
  }

  @Test
  void a_later_write_counts_as_well() throws SQLException {
    standby.pause();
    insert(acme, name);
    assertThat(isOnReplica(acme.reader())).isFalse();
    standby.catchUp();
    assertThat(isOnReplica(acme.reader())).isTrue();
    standby.pause();
    acme.dsl().deleteFrom(ROLES).where(ROLES.NAME.eq(name)).execute();
    assertThat(sees(acme.readerAllowingStale(), name)).isTrue();
    assertThat(sees(acme.reader(), name)).isFalse();
  }

  static Stream<Named<BiConsumer<TenantSession, String>>> writes() {
    return Stream.of(
        Named.of("a statement", ReaderSessionTest::insert),
        Named.of(
            "a statement with rows",
            (s, name) -> s.dsl().insertInto(ROLES).set(ROLES.NAME, name).returning().fetchOne()),
        Named.of(
            "a cursor that stays open",
            (s, name) -> s.dsl().insertInto(ROLES).set(ROLES.NAME, name).returning().fetchLazy()),
        Named.of("a batch", ReaderSessionTest::insertInBatch),
        Named.of("plain SQL", ReaderSessionTest::insertUnchecked),
        Named.of("a transaction", (s, name) -> s.transaction(tx -> insert(tx, name))),
        Named.of(
            "a nested transaction",
            (s, name) -> s.transaction(tx -> tx.transaction(inner -> insert(inner, name)))));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void whatever_wrote_is_seen(BiConsumer<TenantSession, String> write) throws SQLException {
    standby.pause();
    write.accept(acme, name);
    assertSeenOnThePrimaryAlone(acme);
  }

  private void assertSeenOnThePrimaryAlone(TenantSession session) {
    assertThat(sees(session.readerAllowingStale(), name)).isFalse();
    assertThat(sees(session.reader(), name)).isTrue();
    assertThat(session.reader().<Boolean, RuntimeException>transactionResult(tx -> sees(tx, name)))
        .isTrue();
  }

  @Test
  void what_a_system_session_wrote_is_seen_in_every_tenant() throws SQLException {
    try (Croft both = Croft.open(withSystem())) {
      standby.pause();
      both.system("to write")
          .writing()
          .dsl()
          .insertInto(ROLES)
          .set(ROLES.TENANT_ID, tenant.value())
          .set(ROLES.NAME, name)
          .execute();
      assertSeenOnThePrimaryAlone(both.tenant(tenant));
    }
  }

  @Test
  void what_a_visit_to_each_tenant_wrote_is_seen() throws SQLException {
    try (Croft both = Croft.open(withSystem())) {
      standby.pause();
      both.system("to write").writing().forEachTenant(session -> insert(session, name));
      assertSeenOnThePrimaryAlone(both.tenant(tenant));
    }
  }

  @Test
  void what_reads_or_belongs_to_another_tenant_keeps_nobody_from_the_replica() throws SQLException {
    standby.pause();
    acme.dsl().fetchCount(ROLES);
    acme.transaction(tx -> sees(tx, "keeper"));
    assertThat(isOnReplica(acme.reader())).isTrue();
    TenantSession globex = croft.tenant(village.globexId());
    insert(globex, name);
    assertThat(isOnReplica(acme.reader())).isTrue();
    assertThat(isOnReplica(globex.reader())).isFalse();
  }

  @Test
  void a_write_of_another_process_is_not_known() throws SQLException {
    standby.pause();
    insert(village.croft().tenant(tenant), name);
    assertThat(sees(acme.reader(), name)).isFalse();
    standby.catchUp();
    assertThat(sees(acme.reader(), name)).isTrue();
  }

  @Test
  void rows_of_another_tenant_are_not_seen() throws SQLException {
    insert(acme, name);
    for (TenantSession reader : both(village.globexId())) {
      assertThat(sees(reader, name)).isFalse();
      assertThat(reader.dsl().select(ROLES.TENANT_ID).from(ROLES).fetchSet(ROLES.TENANT_ID))
          .containsExactly(village.globexId().value());
      assertThat(
              reader
                  .unchecked("to see all that row-level security lets through")
                  .fetch("select distinct tenant_id from auth.roles")
                  .getValues(0, UUID.class))
          .containsExactly(village.globexId().value());
    }
  }

  /** A reader on the replica, and one whose tenant was just written to, on the primary. */
  private static List<TenantSession> both(TenantId tenant) throws SQLException {
    standby.catchUp();
    TenantSession stale = croft.tenant(tenant).readerAllowingStale();
    assertThat(isOnReplica(stale)).isTrue();
    standby.pause();
    insert(croft.tenant(tenant), unique("w"));
    TenantSession fresh = croft.tenant(tenant).reader();
    assertThat(isOnReplica(fresh)).isFalse();
    return List.of(stale, fresh);
  }

  @Test
  void writes_are_refused_by_the_server_wherever_the_reader_reads() throws SQLException {
    for (TenantSession reader : both(tenant)) {
      assertThatThrownBy(() -> insert(reader, name))
          .isInstanceOf(ReadOnlyException.class)
          .hasMessage(
              "A statement was refused: cannot execute INSERT in a read-only transaction"
                  + " (SQLSTATE 25006). Write in a transaction that is not read-only; a system"
                  + " session writes after writing().");
      assertThatThrownBy(() -> insertUnchecked(reader, name)).isInstanceOf(ReadOnlyException.class);
      assertThatThrownBy(() -> reader.transaction(tx -> insert(tx, name)))
          .isInstanceOf(ReadOnlyException.class);
      assertThatThrownBy(
              () -> reader.transaction(tx -> tx.transaction(inner -> insert(inner, name))))
          .isInstanceOf(ReadOnlyException.class);
      assertThatThrownBy(() -> insertInBatch(reader, name)).isInstanceOf(ReadOnlyException.class);
    }
    assertThat(sees(acme, name)).isFalse();
    assertThat(insert(acme, name)).isEqualTo(1);
  }

  @Test
  void plain_sql_does_not_make_a_reader_write() throws SQLException {
    String writable = "select set_config('transaction_read_only', 'off', %s)";
    for (TenantSession reader : both(tenant)) {
      DSLContext unchecked = reader.unchecked("to try");
      for (String local : new String[] {"true", "false"}) {
        assertThatThrownBy(() -> unchecked.fetch(writable.formatted(local)))
            .isInstanceOf(StatementException.class);
        assertThatThrownBy(
                () ->
                    unchecked.execute(
                        "with off as materialized ("
                            + writable.formatted(local)
                            + ") insert into auth.roles (tenant_id, name)"
                            + " select croft.current_tenant(), ? from off",
                        name))
            .isInstanceOf(StatementException.class);
      }
    }
    assertThat(sees(acme, name)).isFalse();
  }

  /** As behind an address that leads to the primary when there is no replica. */
  @Test
  void a_reader_on_the_primary_itself_does_not_write_and_sees_what_was_written() {
    try (Croft alone = Croft.open(config(village.address()))) {
      TenantSession session = alone.tenant(tenant);
      assertThatThrownBy(() -> insert(session.reader(), name))
          .isInstanceOf(ReadOnlyException.class);
      assertThatThrownBy(() -> insert(session.readerAllowingStale(), name))
          .isInstanceOf(ReadOnlyException.class);
      insert(session, name);
      assertThat(sees(session.reader(), name)).isTrue();
    }
  }

  @Test
  void a_connection_that_a_reader_used_on_the_primary_writes_again() throws SQLException {
    standby.pause();
    insert(acme, name);
    for (int use = 0; use < 10; use++) {
      assertThat(sees(acme.reader(), name)).isTrue();
      acme.reader().transaction(tx -> sees(tx, name));
      assertThat(insert(acme, name + use)).isEqualTo(1);
      acme.transaction(tx -> insert(tx, name + "-"));
      acme.dsl().deleteFrom(ROLES).where(ROLES.NAME.eq(name + "-")).execute();
    }
  }

  @Test
  void nested_transactions_read_on_the_replica() {
    acme.reader()
        .transaction(
            tx ->
                tx.transaction(
                    nested -> {
                      assertThat(isOnReplica(nested)).isTrue();
                      assertThat(sees(nested, "keeper")).isTrue();
                    }));
  }

  @Test
  void a_reader_is_not_made_inside_a_transaction_nor_used_there() {
    acme.transaction(
        tx -> {
          assertThatThrownBy(tx::reader)
              .isInstanceOf(SessionException.class)
              .hasMessage(
                  "A reader session was not made: a transaction stays on the server where it was"
                      + " begun. Begin it from croft.tenant(id).reader().");
          assertThatThrownBy(() -> sees(acme.reader(), "keeper"))
              .isInstanceOf(SessionException.class);
        });
  }

  @Test
  void without_a_reader_there_are_no_reader_sessions() {
    assertThatThrownBy(() -> village.acme().reader())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: there is no replica, so there are no reader"
                + " sessions. Configure its address, by withReader(…) or DATABASE_READER_HOST.");
    assertThatThrownBy(() -> village.acme().readerAllowingStale())
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void a_reader_on_another_database_is_refused() {
    try (Village other = Village.foundOn(primary)) {
      CroftConfig config = village.config().with(Access.READER, source(other));
      assertThatThrownBy(() -> Croft.open(config))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "The configuration of Croft cannot be used: the reader is on another database, not on"
                  + " a replica of the runtime login's. Configure the address of a physical"
                  + " replica, and the same database there.");
    }
  }

  private static ConnectionSource source(Village other) {
    return new ConnectionSource.Server(other.address(), Village.credentials(other.runtime()));
  }

  @Test
  void the_replica_is_asked_after_a_write_until_it_has_it_and_never_without_one() throws Exception {
    try (CountingProxy proxy = CountingProxy.before("localhost", standby.port());
        Croft counted = Croft.open(config(replica(proxy.port())).withMaximumPoolSize(1))) {
      TenantSession session = counted.tenant(tenant);
      Runnable read = read(session);
      Runnable wake = read(counted.tenant(village.globexId()));
      read.run();
      assertThat(roundTrips(proxy, wake, read)).isEqualTo(1);
      standby.pause();
      insert(session, name);
      assertThat(roundTrips(proxy, wake, read)).isEqualTo(1);
      standby.catchUp();
      assertThat(roundTrips(proxy, wake, read)).isEqualTo(2);
      assertThat(roundTrips(proxy, wake, read)).isEqualTo(1);
    }
  }

  private static Runnable read(TenantSession session) {
    return () -> session.reader().dsl().selectFrom(ROLES).fetch();
  }

  /**
   * @param wake what asks an idle connection whether it is alive, which is not to be counted
   */
  private static int roundTrips(CountingProxy proxy, Runnable wake, Runnable work) {
    wake.run();
    proxy.takeRoundTrips();
    work.run();
    return proxy.takeRoundTrips();
  }

  @Test
  void a_pooler_that_leads_anywhere_is_never_believed_to_have_the_write() throws Exception {
    assumeTrue(PgBouncer.isThere());
    Credentials runtime = Village.credentials(village.runtime());
    try (PgBouncer bouncer = PgBouncer.before(replica(standby.port()), runtime);
        Croft pooled =
            Croft.open(
                config(new DatabaseAddress("127.0.0.1", bouncer.port(), replica(1).database()))
                    .withServer(server -> server.pooler(Pooler.TRANSACTION)))) {
      TenantSession session = pooled.tenant(tenant);
      assertThat(isOnReplica(session.reader())).isTrue();
      insert(session, name);
      standby.catchUp();
      assertThat(isOnReplica(session.reader())).isFalse();
      assertThat(sees(session.reader(), name)).isTrue();
      assertThat(isOnReplica(session.readerAllowingStale())).isTrue();
      assertThatThrownBy(() -> insert(session.readerAllowingStale(), name))
          .isInstanceOf(ReadOnlyException.class);
    }
  }

  @Test
  void a_replica_that_is_down_is_told_beside_what_the_primary_says() throws Exception {
    UnsteadyProxy proxy = UnsteadyProxy.before("localhost", standby.port());
    try (Croft watched =
        Croft.open(
            config(new DatabaseAddress("127.0.0.1", proxy.port(), replica(1).database()))
                .withServer(server -> server.tls(server.tls().mode(SslMode.DISABLE)))
                .withPool(pool -> pool.connectionTimeout(Duration.ofMillis(500))))) {
      assertThat(watched.health().problem()).isEmpty();
      proxy.close();
      Health health = watched.health();
      assertThat(health.isHealthy()).isFalse();
      assertThat(health.problem())
          .hasValueSatisfying(
              problem ->
                  assertThat(problem)
                      .startsWith(
                          "The replica of reader sessions does not answer. No connection to the"
                              + " database could be had: "));
      assertThat(health.serverVersion()).isPresent();
      assertThat(health.schema()).hasValueSatisfying(s -> assertThat(s.isMigrated()).isTrue());
      assertThat(health.pools()).extracting("access").contains(Access.READER);
      assertThatThrownBy(() -> sees(watched.tenant(tenant).readerAllowingStale(), name))
          .isInstanceOf(ConnectionUnavailableException.class);
      assertThat(sees(watched.tenant(tenant), "keeper")).isTrue();
    }
  }

  @Test
  void the_readers_pool_has_metrics_of_its_own() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (Croft measured = Croft.open(config(replica(standby.port())))) {
      CroftMetrics.of(measured).bindTo(registry);
      sees(measured.tenant(tenant).reader(), name);
      String pool = "croft-" + village.runtime().user();
      assertThat(registry.find("hikaricp.connections.max").gauges())
          .extracting(gauge -> gauge.getId().getTag("pool"))
          .containsExactlyInAnyOrder(pool, pool + "-reader");
      Timer usage =
          registry.get("hikaricp.connections.usage").tag("pool", pool + "-reader").timer();
      assertThat(usage.count()).isEqualTo(1);
      assertThat(registry.get("croft.statements").tag("method", "findByName").timer().count())
          .isEqualTo(1);
    }
  }

  /** The findings of one catalogue, read by one login. */
  @Test
  void what_the_doctor_finds_on_both_servers_is_logged_once() throws SQLException {
    String database = village.address().database();
    village.asSuperuser("grant temporary on database %s to public", database);
    standby.catchUp();
    PrintStream console = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try (Croft reporting = Croft.open(config(replica(standby.port())).withReportOnly())) {
      assertThat(sees(reporting.tenant(tenant).reader(), "keeper")).isTrue();
    } finally {
      System.setErr(console);
      village.asSuperuser("revoke temporary on database %s from public", database);
    }
    assertThat(log.toString(UTF_8))
        .containsOnlyOnce("This database could be safer:")
        .containsOnlyOnce("WARNING database-temporary: ")
        .containsOnlyOnce("Croft only reports and opens on ANY database");
  }

  @Test
  void the_readers_pool_is_watched_and_closed_like_the_others() {
    Croft watched = Croft.open(withSystem());
    Health health = watched.health();
    assertThat(health.isHealthy()).isTrue();
    assertThat(health.pools())
        .extracting("access")
        .containsExactly(Access.RUNTIME, Access.READER, Access.SYSTEM);
    watched.close();
    TenantSession closed = watched.tenant(tenant).readerAllowingStale();
    assertThatThrownBy(() -> sees(closed, name)).isInstanceOf(SessionException.class);
  }
}
