package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import dev.croft.schema.auth.tables.records.RolesRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.CacheProvider;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Insert;
import org.jooq.RecordListenerProvider;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.VisitListenerProvider;
import org.jooq.conf.InvocationOrder;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The policy stays, whatever is done to a configuration or with a query: a statement of acme's
 * session reads acme's rows or none, with row-level security out of the way.
 */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyDropTest {
  private Village village;

  @BeforeAll
  void foundWithoutRowLevelSecurity() {
    village = Village.found();
    village.dropRowLevelSecurity();
  }

  @AfterAll
  void close() {
    village.close();
  }

  private DSLContext acme() {
    return village.acme().dsl();
  }

  private DSLContext globex() {
    return village.globex().dsl();
  }

  /** Each gives another way to the tenant's own configuration; a way may also be closed. */
  private static Map<String, Function<Configuration, DSLContext>> ways() {
    Map<String, Function<Configuration, DSLContext>> ways = new LinkedHashMap<>();
    ways.put("derived as it is", c -> c.derive().dsl());
    ways.put("DSL.using the configuration", DSL::using);
    ways.put("DSL.using its provider", c -> DSL.using(c.connectionProvider(), c.dialect()));
    ways.put(
        "DSL.using its provider and settings",
        c -> DSL.using(c.connectionProvider(), c.dialect(), c.settings()));
    ways.put("DSL.using an acquired connection", c -> DSL.using(c.connectionProvider().acquire()));
    ways.put("no visit listeners", c -> c.derive(new VisitListenerProvider[0]).dsl());
    ways.put("another visit listener", c -> c.derive(DropsWhere::new).dsl());
    ways.put("one more visit listener", c -> c.deriveAppending(new DropsWhere()).dsl());
    ways.put("no execute listeners", c -> c.derive(new ExecuteListenerProvider[0]).dsl());
    ways.put("no record listeners", c -> c.derive(new RecordListenerProvider[0]).dsl());
    ways.put("another dialect", c -> c.derive(SQLDialect.H2).dsl());
    ways.put("no dialect", c -> c.derive(SQLDialect.DEFAULT).dsl());
    ways.put("fresh settings", c -> c.derive(new Settings()).dsl());
    ways.put(
        "literals", c -> settings(c, s -> s.withStatementType(StatementType.STATIC_STATEMENT)));
    ways.put(
        "listeners in reverse",
        c -> settings(c, s -> s.withExecuteListenerStartInvocationOrder(InvocationOrder.REVERSE)));
    ways.put(
        "visit listeners in reverse",
        c -> settings(c, s -> s.withVisitListenerStartInvocationOrder(InvocationOrder.REVERSE)));
    ways.put("no patterns", c -> settings(c, s -> s.withTransformPatterns(false)));
    ways.put("unattached records", c -> settings(c, s -> s.withAttachRecords(false)));
    ways.put(
        "inline derived tables",
        c -> settings(c, s -> s.withTransformInlineBindValuesForFieldComparisons(true)));
    ways.put("cached by a map of one's own", c -> c.derive(shared()).dsl());
    ways.put("changed in place", PolicyDropTest::changedInPlace);
    return ways;
  }

  private static DSLContext settings(Configuration c, Function<Settings, Settings> change) {
    return c.deriveSettings(change).dsl();
  }

  private static DSLContext changedInPlace(Configuration configuration) {
    configuration.set(new VisitListenerProvider[0]);
    return configuration.dsl();
  }

  private static CacheProvider shared() {
    Map<Object, Object> cache = new LinkedHashMap<>();
    return context -> cache;
  }

  @TestFactory
  Stream<DynamicTest> a_configuration_reads_this_tenant_s_rows_or_none() {
    return ways().entrySet().stream()
        .map(way -> dynamicTest(way.getKey(), () -> checkTenant(way.getValue())));
  }

  private void checkTenant(Function<Configuration, DSLContext> way) {
    Figures.add("policy: ways to drop it tried", 1);
    List<UUID> tenants = new ArrayList<>();
    try {
      tenants.addAll(way.apply(acme().configuration()).fetchValues(ROLES.TENANT_ID));
      assertThat(tenants).hasSize(3).containsOnly(village.acmeId().value());
    } catch (StatementRefusedException e) {
      assertThat(tenants).isEmpty();
    }
    assertThat(acme().fetchValues(ROLES.TENANT_ID)).containsOnly(village.acmeId().value());
  }

  @Test
  void the_control_reads_the_rows_of_both() {
    assertThat(village.croft().system("the control of a test").dsl().fetchCount(ROLES))
        .isEqualTo(6);
  }

  @Test
  void a_query_built_in_one_session_runs_in_another_as_the_other_s() {
    var query = globex().select(ROLES.TENANT_ID).from(ROLES);
    assertThat(acme().fetch(query)).allMatch(r -> r.value1().equals(village.acmeId().value()));
    assertThat(query.fetch()).allMatch(r -> r.value1().equals(village.globexId().value()));
    assertThat(acme().fetch(query)).hasSize(3);
  }

  @Test
  void a_query_of_another_session_is_streamed_and_read_lazily_as_this_one_s() {
    var query = globex().select(ROLES.TENANT_ID).from(ROLES);
    UUID own = village.acmeId().value();
    try (var rows = acme().fetchStream(query)) {
      assertThat(rows.map(r -> r.value1())).hasSize(3).containsOnly(own);
    }
    try (var rows = acme().fetchLazy(query)) {
      assertThat(rows.fetch().getValues(ROLES.TENANT_ID)).hasSize(3).containsOnly(own);
    }
    assertThat(acme().fetchMany(query).getFirst().getValues(ROLES.TENANT_ID)).containsOnly(own);
    assertThat(acme().fetchAsync(query).toCompletableFuture().join().getValues(ROLES.TENANT_ID))
        .containsOnly(own);
    assertThat(acme().fetchCount(query)).isEqualTo(3);
    assertThat(acme().fetchExists(query)).isTrue();
  }

  @Test
  void a_query_that_is_detached_and_attached_is_that_of_whom_it_is_attached_to() {
    var query = globex().select(ROLES.TENANT_ID).from(ROLES);
    assertThat(query.fetch()).extracting(r -> r.value1()).containsOnly(village.globexId().value());
    query.detach();
    assertThatThrownBy(query::fetch).isInstanceOf(org.jooq.exception.DetachedException.class);
    query.attach(acme().configuration());
    assertThat(query.fetch()).extracting(r -> r.value1()).containsOnly(village.acmeId().value());
  }

  @Test
  void a_statement_that_is_kept_open_is_not_run_for_another_tenant() {
    try (var query = acme().select(ROLES.TENANT_ID).from(ROLES).keepStatement(true)) {
      assertThat(query.fetch()).hasSize(3);
      assertThat(query.fetch()).hasSize(3);
      query.attach(globex().configuration());
      assertThatThrownBy(query::fetch)
          .isInstanceOf(StatementRefusedException.class)
          .hasMessage(
              "A kept statement was refused: it was prepared for another tenant. "
                  + "Leave keepStatement out: the driver keeps what is run again.");
    }
  }

  @Test
  void a_write_built_elsewhere_is_stamped_by_whoever_runs_it() {
    Insert<RolesRecord> insert = globex().insertInto(ROLES).set(ROLES.NAME, "cook");
    assertThat(acme().execute(insert)).isEqualTo(1);
    assertThat(acme().fetchCount(ROLES)).isEqualTo(4);
    assertThat(globex().fetchCount(ROLES)).isEqualTo(3);
    assertThat(acme().deleteFrom(ROLES).where(ROLES.NAME.eq("cook")).execute()).isEqualTo(1);
  }

  @Test
  void neither_text_nor_values_of_one_session_are_in_the_other_s() {
    var query = globex().select(ROLES.NAME).from(ROLES).where(ROLES.NAME.eq("admin"));
    String globexId = village.globexId().toString();
    assertThat(globex().renderInlined(query)).contains(globexId);
    assertThat(acme().renderInlined(query)).doesNotContain(globexId);
    assertThat(query.fetch()).hasSize(1);
    assertThat(acme().extractBindValues(query).toString()).doesNotContain(globexId);
  }

  @Test
  void one_query_object_in_two_sessions_and_many_threads_reads_the_session_s_rows_or_is_refused()
      throws Exception {
    ResultQuery<?> query = DSL.select(ROLES.TENANT_ID).from(ROLES).where(ROLES.NAME.ne(""));
    List<Callable<List<UUID>>> tasks =
        IntStream.range(0, 400)
            .<Callable<List<UUID>>>mapToObj(i -> () -> tenantsOf(query, i % 2 == 0))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<UUID>>> results = threads.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        UUID own = (i % 2 == 0 ? village.acmeId() : village.globexId()).value();
        assertThat(results.get(i).get()).isIn(List.of(), List.of(own, own, own));
      }
    }
  }

  /** None where another thread was running the query. */
  private List<UUID> tenantsOf(ResultQuery<?> query, boolean asAcme) {
    try {
      return (asAcme ? acme() : globex()).fetch(query).getValues(ROLES.TENANT_ID);
    } catch (StatementRefusedException e) {
      assertThat(e)
          .hasMessage(
              "A query was refused: another thread is running the same object. "
                  + "Build a query for each use.");
      return List.of();
    }
  }

  @Test
  void one_session_in_many_threads_is_one_tenant() throws Exception {
    DSLContext shared = acme();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<List<UUID>>> tasks =
          IntStream.range(0, 100)
              .<Callable<List<UUID>>>mapToObj(i -> () -> shared.fetchValues(ROLES.TENANT_ID))
              .toList();
      for (Future<List<UUID>> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).hasSize(3).containsOnly(village.acmeId().value());
      }
    }
  }

  private static final class DropsWhere implements VisitListener {
    @Override
    public void visitStart(VisitContext context) {
      if (context.queryPart().getClass().getSimpleName().equals("TenantPredicate")) {
        context.queryPart(DSL.trueCondition());
      }
    }
  }
}
