package dev.croft.leaks;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.croft.exception.DuplicateKeyException;
import dev.croft.fixture.Figures;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody sees who looks at the server's activity, at threads, or at JMX. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlookerTest {
  private static final String ACTIVITY =
      """
      select to_jsonb(a)::text from pg_stat_activity a
      where a.usename like 'croft_login%' and a.query <> ''
      """;
  private static final String WAITING = ACTIVITY + " and a.wait_event_type = 'Lock'";

  private final Findings findings = new Findings();
  private Aviary aviary;

  @BeforeAll
  void moveIn() {
    aviary = new Aviary();
  }

  @AfterAll
  void moveOut() {
    aviary.close();
  }

  @Test
  void a_statement_of_a_tenant_shows_no_value_while_it_runs_and_after() throws Exception {
    assertThat(seenOf(() -> selectEveryKind(aviary.acme().dsl())))
        .allSatisfy(row -> assertThat(row).contains("$1"));
  }

  @Test
  void a_batch_of_a_tenant_shows_no_value_while_it_runs_and_after() throws Exception {
    assertThat(seenOf(() -> insertInBatch(aviary.acme().dsl())))
        .allSatisfy(row -> assertThat(row).contains("$1"));
  }

  @Test
  void a_statement_of_the_system_shows_no_value_while_it_runs_and_after() throws Exception {
    assertThat(seenOf(() -> selectEveryKind(aviary.system().dsl())))
        .allSatisfy(row -> assertThat(row).contains("$1"));
  }

  private static void selectEveryKind(DSLContext dsl) {
    dsl.select(StatementScenes.everyKind()).from(ROLES).where(ROLES.NAME.eq("Canarium")).fetch();
  }

  private static void insertInBatch(DSLContext dsl) {
    try {
      dsl.batch(dsl.insertInto(ROLES, ROLES.NAME).values((String) null))
          .bind("Canarium")
          .bind("canarium 2")
          .execute();
      fail("the first is taken");
    } catch (DuplicateKeyException taken) {
      assertThat(taken.constraint()).isEqualTo("roles_name_unique");
    }
  }

  /** What the server shows of the statement while it waits for a lock. */
  private List<String> seenOf(Runnable statement) throws Exception {
    CompletableFuture<Void> running = new CompletableFuture<>();
    List<String> seen =
        aviary.whileRolesAreLocked(
            () -> {
              Thread.ofVirtual().start(() -> complete(running, statement));
              return waiting();
            });
    running.join();
    Stream.concat(seen.stream(), aviary.read(ACTIVITY).stream())
        .forEach(row -> findings.search("pg_stat_activity", row));
    assertNothingFound();
    return seen;
  }

  private static void complete(CompletableFuture<Void> running, Runnable statement) {
    try {
      statement.run();
      running.complete(null);
    } catch (Throwable e) {
      running.completeExceptionally(e);
    }
  }

  private List<String> waiting() throws SQLException {
    Instant limit = Instant.now().plus(Duration.ofSeconds(30));
    while (Instant.now().isBefore(limit)) {
      List<String> waiting = aviary.read(WAITING);
      if (!waiting.isEmpty()) {
        return waiting;
      }
    }
    throw new IllegalStateException("no statement waits for the lock");
  }

  @Test
  void the_server_s_activity_shows_what_is_written_into_a_statement() throws SQLException {
    aviary.system().dsl().fetch("select 'canarium'");
    assertThat(aviary.read(ACTIVITY)).anyMatch(row -> Canary.in(row).isPresent());
    aviary.system().dsl().fetch("select 1");
  }

  @Test
  void no_thread_is_named_after_a_secret() {
    Thread.getAllStackTraces()
        .keySet()
        .forEach(thread -> findings.search("thread", thread.getName()));
    assertNothingFound();
  }

  @Test
  void no_attribute_of_a_managed_bean_holds_a_value() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName bean : server.queryNames(null, null)) {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
        findings.search(bean + " " + attribute.getName(), value(server, bean, attribute));
      }
    }
    assertNothingFound();
  }

  private static String value(MBeanServer server, ObjectName bean, MBeanAttributeInfo attribute) {
    try {
      return String.valueOf(server.getAttribute(bean, attribute.getName()));
    } catch (JMException | RuntimeException e) {
      return "unreadable";
    }
  }

  @Test
  void settings_show_no_value() {
    Settings settings = aviary.acme().dsl().settings();
    findings.search("settings", settings.toString());
    findings.search("configuration", aviary.acme().dsl().configuration().toString());
    assertNothingFound();
  }

  private void assertNothingFound() {
    Figures.add("leaks: found", findings.leaks().size());
    assertThat(findings.leaks()).isEmpty();
  }
}
