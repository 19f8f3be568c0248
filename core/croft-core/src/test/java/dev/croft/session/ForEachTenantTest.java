package dev.croft.session;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.public_.Tables.TENANT_AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.access.RoleRepository;
import dev.croft.connection.Access;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionSource;
import dev.croft.exception.ReadOnlyException;
import dev.croft.exception.SessionException;
import dev.croft.fixture.Village;
import dev.croft.identity.NewTenant;
import dev.croft.identity.Tenant;
import dev.croft.identity.TenantRepository;
import dev.croft.isolation.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Work for each tenant is done in the tenant's own session, and reported tenant by tenant. */
@NullUnmarked
class ForEachTenantTest {
  private static final String OPEN = "system_session:open";

  private Village village;
  private SystemSession system;
  private TenantRepository tenants;

  @BeforeEach
  void found() {
    village = Village.found();
    system = village.croft().system("count the sheep", SystemOptions.by(Actor.service("shepherd")));
    tenants = TenantRepository.in(village.croft().system("found more tenants").writing());
  }

  @AfterEach
  void close() {
    village.close();
  }

  private Tenant tenant(String slug) {
    return tenants.create(new NewTenant(slug, slug));
  }

  @Test
  void the_work_sees_one_tenant_s_rows_at_a_time() {
    Map<TenantId, List<java.util.UUID>> seen = new ConcurrentHashMap<>();
    TenantReport report =
        system.forEachTenant(
            tenant -> seen.put(tenant.tenant(), tenant.dsl().fetchValues(ROLES.TENANT_ID)));
    assertThat(report.succeeded()).containsExactlyInAnyOrder(village.acmeId(), village.globexId());
    assertThat(report.failed()).isEmpty();
    assertThat(report.orThrow()).isSameAs(report);
    assertThat(seen).hasSize(2);
    seen.forEach((tenant, rows) -> assertThat(rows).hasSize(3).containsOnly(tenant.value()));
  }

  @Test
  void suspended_tenants_are_visited_on_demand_and_deleted_ones_never() {
    Tenant suspended = tenants.update(tenant("suspended").suspended());
    tenants.delete(tenant("deleted"));
    assertThat(system.forEachTenant(tenant -> {}).succeeded())
        .containsExactlyInAnyOrder(village.acmeId(), village.globexId());
    assertThat(
            system
                .forEachTenant(ForEachTenantOptions.defaults().includingSuspended(), tenant -> {})
                .succeeded())
        .containsExactlyInAnyOrder(village.acmeId(), village.globexId(), suspended.id());
  }

  @Test
  void more_tenants_than_a_page_holds_are_each_visited_once() {
    village.asSuperuser(
        "insert into public.tenants (name, slug)"
            + " select 't' || n, 't' || n from generate_series(1, 1001) n");
    Map<TenantId, Integer> visits = new ConcurrentHashMap<>();
    system.forEachTenant(tenant -> visits.merge(tenant.tenant(), 1, Integer::sum)).orThrow();
    assertThat(visits).hasSize(1003);
    assertThat(visits.values()).containsOnly(1);
  }

  @Test
  void what_fails_for_one_tenant_is_undone_and_reported_and_the_others_go_on() {
    IllegalStateException thrown = new IllegalStateException("no sheep");
    TenantReport report =
        system
            .writing()
            .forEachTenant(
                tenant -> {
                  RoleRepository.in(tenant).create("shepherd");
                  if (tenant.tenant().equals(village.acmeId())) {
                    throw thrown;
                  }
                });
    assertThat(report.succeeded()).containsExactly(village.globexId());
    assertThat(report.failed()).containsExactly(Map.entry(village.acmeId(), thrown));
    assertThat(RoleRepository.in(village.acme()).findByName("shepherd")).isEmpty();
    assertThat(RoleRepository.in(village.globex()).findByName("shepherd")).isPresent();
    assertThatThrownBy(report::orThrow)
        .isInstanceOf(TenantRunException.class)
        .hasMessage(
            "Work failed for 1 of 2 tenants: it was rolled back for these and committed for the"
                + " others. See report().failed() for what was thrown; run it again for those"
                + " tenants.")
        .hasCause(thrown);
  }

  @Test
  void it_reads_and_the_server_refuses_to_write() {
    TenantReport report =
        system.forEachTenant(tenant -> RoleRepository.in(tenant).create("shepherd"));
    assertThat(report.succeeded()).isEmpty();
    assertThat(report.failed().values()).hasSize(2).allMatch(ReadOnlyException.class::isInstance);
    assertThat(RoleRepository.in(village.acme()).findByName("shepherd")).isEmpty();
  }

  @Test
  void a_run_that_writes_leaves_an_entry_with_the_work_in_each_tenant_s_log_without_the_reason() {
    system
        .writing()
        .forEachTenant(tenant -> RoleRepository.in(tenant).create("shepherd"))
        .orThrow();
    for (TenantSession tenant : List.of(village.acme(), village.globex())) {
      var visit =
          tenant
              .dsl()
              .fetchSingle(TENANT_AUDIT_LOG, TENANT_AUDIT_LOG.ACTION.eq("system_session:visit"));
      assertThat(visit.getActor()).isEqualTo("shepherd");
      assertThat(visit.getReason()).isEmpty();
      var created =
          tenant
              .dsl()
              .selectFrom(TENANT_AUDIT_LOG)
              .where(TENANT_AUDIT_LOG.CREATED_AT.eq(visit.getCreatedAt()))
              .and(TENANT_AUDIT_LOG.ACTION.eq("role:create"))
              .fetchSingle();
      assertThat(created.getActorKind()).isEqualTo("service");
      assertThat(created.getActor()).isEqualTo("shepherd");
    }
  }

  @Test
  void the_run_itself_is_recorded_when_it_begins_and_when_it_ends() {
    system.forEachTenant(
        tenant -> {
          if (tenant.tenant().equals(village.acmeId())) {
            throw new IllegalStateException();
          }
        });
    assertThat(
            system
                .dsl()
                .selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.ACTOR.eq("shepherd"))
                .orderBy(AUDIT_LOG.ID)
                .fetch(row -> row.getAction() + " " + row.getAfter().data()))
        .containsExactly(
            OPEN + " {}",
            "system_session:each_tenant {\"writes\": \"false\"}",
            "system_session:each_tenant_end {\"failed\": \"1\", \"succeeded\": \"1\"}");
  }

  @Test
  void no_more_tenants_than_permitted_are_visited_at_once() {
    for (int i = 0; i < 6; i++) {
      tenant("tenant-" + i);
    }
    assertThat(mostAtOnce(village.croft(), 2)).isEqualTo(2);
  }

  @Test
  void no_more_connections_are_taken_than_the_pool_of_tenant_sessions_has() {
    for (int i = 0; i < 6; i++) {
      tenant("tenant-" + i);
    }
    var config =
        village
            .config()
            .withSystem(Village.credentials(village.database().createLogin("croft_admin")))
            .withMaximumPoolSize(3);
    try (Croft small = Croft.open(config)) {
      assertThat(mostAtOnce(small, 50)).isEqualTo(3);
    }
  }

  /** The first {@code parallelism} visits that the pool allows wait for each other. */
  private static int mostAtOnce(Croft croft, int parallelism) {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch together = new CountDownLatch(Math.min(parallelism, 3));
    croft
        .system("count those at work")
        .forEachTenant(
            ForEachTenantOptions.defaults().parallelism(parallelism),
            tenant -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              tenant.dsl().fetchCount(ROLES);
              together.countDown();
              together.await();
              now.decrementAndGet();
            })
        .orThrow();
    return most.get();
  }

  @Test
  void an_interrupt_stops_the_run_ends_the_work_and_tells_what_was_done() throws Exception {
    CountDownLatch atWork = new CountDownLatch(2);
    AtomicReference<TenantRunException> stopped = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  stopped.set(
                      catchThrowableOfType(
                          TenantRunException.class,
                          () ->
                              system
                                  .writing()
                                  .forEachTenant(
                                      tenant -> {
                                        RoleRepository.in(tenant).create("shepherd");
                                        atWork.countDown();
                                        new CountDownLatch(1).await();
                                      })));
                  flag.set(Thread.currentThread().isInterrupted());
                });
    atWork.await();
    caller.interrupt();
    caller.join();
    assertThat(stopped.get())
        .hasMessage(
            "Work was not run for all tenants: the thread was interrupted when 0 were done and 2 had"
                + " failed. See report() for which; run it again for the others.");
    assertThat(stopped.get().report().failed().values())
        .hasSize(2)
        .allMatch(InterruptedException.class::isInstance);
    assertThat(flag.get()).isTrue();
    assertThat(RoleRepository.in(village.acme()).findByName("shepherd")).isEmpty();
    assertThat(RoleRepository.in(village.globex()).findByName("shepherd")).isEmpty();
  }

  @Test
  void the_end_of_the_session_s_time_stops_the_run() {
    SystemSession brief =
        village.croft().system("be brief", SystemOptions.defaults().limit(Duration.ofSeconds(2)));
    Instant afterTheEnd = Instant.now().plusSeconds(3);
    Set<TenantId> visited = ConcurrentHashMap.newKeySet();
    assertThatThrownBy(
            () ->
                brief.forEachTenant(
                    ForEachTenantOptions.defaults().parallelism(1),
                    tenant -> {
                      visited.add(tenant.tenant());
                      while (!Instant.now().isAfter(afterTheEnd)) {
                        Thread.onSpinWait();
                      }
                    }))
        .isInstanceOf(TenantRunException.class)
        .hasMessageStartingWith("Work was not run for all tenants: it broke off when 0 were done")
        .hasCauseInstanceOf(SessionException.class);
    assertThat(visited).hasSize(1);
  }

  @Test
  void work_that_would_outlast_the_session_is_interrupted_at_its_end() {
    SystemSession brief =
        village.croft().system("be brief", SystemOptions.defaults().limit(Duration.ofSeconds(2)));
    TenantRunException stopped =
        catchThrowableOfType(
            TenantRunException.class,
            () -> brief.forEachTenant(tenant -> new CountDownLatch(1).await()));
    assertThat(stopped).hasCauseInstanceOf(SessionException.class);
    assertThat(stopped.report().succeeded()).isEmpty();
    assertThat(stopped.report().failed().values())
        .hasSize(2)
        .allMatch(InterruptedException.class::isInstance);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void without_logins_of_tenants_it_is_refused_before_it_is_recorded() {
    CroftConfig config =
        CroftConfig.of(
            Access.SYSTEM, new ConnectionSource.Server(village.address(), village.system()));
    try (Croft alone = Croft.open(config)) {
      assertThatThrownBy(() -> alone.system("count the cows").forEachTenant(tenant -> {}))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("there are no credentials for sessions of tenants");
    }
    assertThat(
            system
                .dsl()
                .fetchCount(
                    AUDIT_LOG,
                    AUDIT_LOG.REASON.eq("count the cows").and(AUDIT_LOG.ACTION.ne(OPEN))))
        .isZero();
  }

  @Test
  void an_error_stops_the_run_and_comes_out_as_thrown() {
    for (int i = 0; i < 6; i++) {
      tenant("tenant-" + i);
    }
    AtomicInteger visits = new AtomicInteger();
    AssertionError error = new AssertionError("the fence is down");
    assertThatThrownBy(
            () ->
                system.forEachTenant(
                    ForEachTenantOptions.defaults().parallelism(1),
                    tenant -> {
                      visits.incrementAndGet();
                      throw error;
                    }))
        .isSameAs(error);
    assertThat(visits).hasValue(1);
  }

  @Test
  void inside_a_transaction_it_is_refused() {
    assertThatThrownBy(() -> system.transaction(tx -> tx.forEachTenant(tenant -> {})))
        .isInstanceOf(SessionException.class)
        .hasMessage(
            "Tenants were not visited: the system session is inside a transaction, which theirs"
                + " would not be part of. Call forEachTenant outside of it.");
    village
        .acme()
        .transaction(
            tx ->
                assertThatThrownBy(() -> system.forEachTenant(tenant -> {}))
                    .isInstanceOf(SessionException.class));
  }

  @Test
  void the_work_for_one_tenant_reaches_no_other_session() {
    TenantReport report =
        system.forEachTenant(
            tenant -> {
              assertThatThrownBy(() -> village.globex().dsl().fetchCount(ROLES))
                  .isInstanceOf(SessionException.class);
              system.dsl().fetchCount(ROLES);
            });
    assertThat(report.failed().values()).hasSize(2).allMatch(SessionException.class::isInstance);
  }

  @Test
  void a_long_run_tells_how_far_it_is() {
    SystemPurpose purpose = SystemPurpose.of("a test", SystemOptions.defaults(), "steward");
    Logger logger = (Logger) LoggerFactory.getLogger(TenantRun.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.INFO);
    try {
      new RunProgress(purpose, 10, Duration.ZERO).tell(3, 1);
      new RunProgress(purpose, 10, Duration.ofDays(1)).tell(4, 1);
    } finally {
      logger.setLevel(null);
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "3 of 10 tenants are done and 1 failed, in system session " + purpose.id());
  }

  @Test
  void no_tenant_at_a_time_is_refused() {
    assertThatThrownBy(() -> ForEachTenantOptions.defaults().parallelism(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1");
  }
}
