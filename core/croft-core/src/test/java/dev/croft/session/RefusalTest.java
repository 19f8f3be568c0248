package dev.croft.session;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.SessionException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.VisitListenerProvider;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Ways out of a tenant that jOOQ offers, all of them closed before SQL is sent. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
  private Village village;

  @BeforeAll
  void found() {
    village = Village.found();
  }

  @AfterAll
  void close() {
    assertThat(village.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
    village.close();
  }

  @TestFactory
  Stream<DynamicTest> what_the_fence_cannot_see_into_is_refused() {
    Map<String, Consumer<DSLContext>> attempts =
        Map.ofEntries(
            Map.entry("plain SQL query", dsl -> dsl.fetch("select 1")),
            Map.entry("plain SQL statement", dsl -> dsl.execute("delete from auth.roles")),
            Map.entry("plain SQL condition", dsl -> dsl.fetch(ROLES, DSL.condition("true"))),
            Map.entry("plain SQL field", dsl -> dsl.select(DSL.field("now()")).fetch()),
            Map.entry("plain SQL table", dsl -> dsl.select().from("auth.roles").fetch()),
            Map.entry("table by name", dsl -> dsl.select().from(named()).fetch()),
            Map.entry("system table", dsl -> dsl.selectFrom(AUDIT_LOG).fetch()),
            Map.entry("meta data", dsl -> dsl.meta().getTables()),
            Map.entry("explain", dsl -> dsl.explain(dsl.selectFrom(ROLES))),
            Map.entry("last id", dsl -> dsl.lastID()),
            Map.entry("savepoint", dsl -> dsl.savepoint("s").execute()),
            Map.entry("parsing connection", RefusalTest::parse),
            Map.entry("several results", dsl -> dsl.fetchMany("select 1")),
            Map.entry("anonymous block", dsl -> dsl.begin(dsl.deleteFrom(ROLES)).execute()),
            Map.entry("truncate", dsl -> dsl.truncate(ROLES).execute()),
            Map.entry("merge", RefusalTest::merge),
            Map.entry("set", dsl -> dsl.setLocal(DSL.name("app.tenant_id"), DSL.val("")).execute()),
            Map.entry("begin", dsl -> dsl.startTransaction().execute()),
            Map.entry("commit", dsl -> dsl.commit().execute()),
            Map.entry("rollback", dsl -> dsl.rollback().execute()),
            Map.entry(
                "create table",
                dsl -> dsl.createTable("t").column("c", SQLDataType.INTEGER).execute()),
            Map.entry("drop table", dsl -> dsl.dropTable(ROLES).execute()),
            Map.entry(
                "grant", dsl -> dsl.grant(DSL.privilege("select")).on(ROLES).toPublic().execute()),
            Map.entry("set_config", dsl -> dsl.select(setConfig()).fetch()),
            Map.entry(
                "batch of several statements",
                dsl -> dsl.batch(dsl.deleteFrom(ROLES), dsl.deleteFrom(ROLES)).execute()),
            Map.entry("batch of text", dsl -> dsl.batch("delete from auth.roles").execute()),
            Map.entry("jOOQ's own transaction", dsl -> dsl.transaction(c -> {})),
            Map.entry("raw connection", dsl -> dsl.connection(RefusalTest::useRaw)),
            Map.entry("raw prepared statement", dsl -> dsl.connection(RefusalTest::prepareRaw)),
            Map.entry("acquired connection", RefusalTest::acquire),
            Map.entry(
                "unwrapped connection",
                dsl -> dsl.connection(c -> c.unwrap(org.postgresql.PGConnection.class))),
            Map.entry(
                "fence dropped", dsl -> mutated(dsl, c -> c.set(new VisitListenerProvider[0]))),
            Map.entry(
                "fence derived away",
                dsl -> derived(dsl, c -> c.derive(new VisitListenerProvider[0]))),
            Map.entry(
                "guard derived away",
                dsl -> derived(dsl, c -> c.derive(new org.jooq.ExecuteListenerProvider[0]))),
            Map.entry("settings derived", dsl -> derived(dsl, c -> c.derive(new Settings()))));
    return attempts.entrySet().stream()
        .map(attempt -> refused(attempt.getKey(), attempt.getValue()));
  }

  private DynamicTest refused(String name, Consumer<DSLContext> attempt) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertThatThrownBy(() -> attempt.accept(village.acme().dsl()))
                .isInstanceOfAny(
                    StatementRefusedException.class,
                    SessionException.class,
                    UnsupportedOperationException.class));
  }

  private static Table<?> named() {
    return DSL.table(DSL.name("auth", "roles"));
  }

  private static org.jooq.Field<String> setConfig() {
    return DSL.function(
        "set_config", String.class, DSL.val("app.tenant_id"), DSL.val(""), DSL.val(true));
  }

  private static void merge(DSLContext dsl) {
    dsl.mergeInto(ROLES)
        .using(DSL.selectOne())
        .on(DSL.trueCondition())
        .whenMatchedThenUpdate()
        .set(ROLES.NAME, "stolen")
        .execute();
  }

  private static void useRaw(Connection connection) throws SQLException {
    connection.createStatement().execute("delete from auth.roles");
  }

  private static void prepareRaw(Connection connection) throws SQLException {
    connection.prepareStatement("delete from auth.roles").execute();
  }

  private static void parse(DSLContext dsl) {
    try (Connection connection = dsl.parsingConnection()) {
      connection.createStatement().executeQuery("select name from auth.roles");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void acquire(DSLContext dsl) {
    Connection connection = dsl.configuration().connectionProvider().acquire();
    try {
      connection.createStatement();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      dsl.configuration().connectionProvider().release(connection);
    }
  }

  private static void mutated(DSLContext dsl, Consumer<Configuration> change) {
    change.accept(dsl.configuration());
    dsl.fetchCount(ROLES);
  }

  private static void derived(
      DSLContext dsl, java.util.function.Function<Configuration, Configuration> derivation) {
    derivation.apply(dsl.configuration()).dsl().fetchCount(ROLES);
  }
}
