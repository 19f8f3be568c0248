package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sequence;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.croft.exception.DatabaseException;
import dev.croft.fixture.Village;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.AbstractRoutine;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Whoever is refused learns what to do instead. No connection is even taken for it. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalMessageTest {
  private static final String UNSEEN = ": the fence cannot see whose rows it touches. Use ";
  private static final String PLAIN_SQL =
      "Plain SQL is refused in a tenant session"
          + UNSEEN
          + "jOOQ's typed API; for SQL that was reviewed, the session's unchecked(reason).";
  private static final String TYPED = "a SELECT, INSERT, UPDATE or DELETE of jOOQ's typed API.";
  private static final String TRANSACTION = "the session's transaction(…)";
  private static final String SEQUENCE =
      "A sequence is refused in a tenant session: its numbers are counted for all tenants, "
          + "and tell one how much the others do. Let the table number its rows, or use UUIDs.";
  private static final String UNKNOWN =
      "Table auth.roles is unknown to this tenant session: "
          + "only generated table classes say whose rows they hold. "
          + "Use the generated class; if there is none, generate it from the changelogs.";

  private final Map<String, Map<String, Consumer<DSLContext>>> attempts = new LinkedHashMap<>();
  private Village village;

  @BeforeAll
  void found() {
    village = Village.found();
    plainSql();
    otherStatements();
    functions();
  }

  @AfterAll
  void close() {
    assertThat(village.globex().dsl().fetchCount(ROLES)).isEqualTo(3);
    village.close();
  }

  private void refused(String message, String what, Consumer<DSLContext> attempt) {
    attempts.computeIfAbsent(message, key -> new LinkedHashMap<>()).put(what, attempt);
  }

  private void plainSql() {
    refused(PLAIN_SQL, "resultQuery", dsl -> dsl.resultQuery("select 1").fetch());
    refused(PLAIN_SQL, "query", dsl -> dsl.query("select 1").execute());
    refused(PLAIN_SQL, "execute", dsl -> dsl.execute("select 1"));
    refused(PLAIN_SQL, "fetch", dsl -> dsl.fetch("select 1"));
    refused(PLAIN_SQL, "fetchOne", dsl -> dsl.fetchOne("select ?", 1));
    refused(PLAIN_SQL, "fetchSingle", dsl -> dsl.fetchSingle("select 1"));
    refused(PLAIN_SQL, "fetchOptional", dsl -> dsl.fetchOptional("select 1"));
    refused(PLAIN_SQL, "fetchValue", dsl -> dsl.fetchValue("select 1"));
    refused(PLAIN_SQL, "fetchValues", dsl -> dsl.fetchValues("select 1"));
    refused(PLAIN_SQL, "fetchLazy", dsl -> dsl.fetchLazy("select 1"));
    refused(PLAIN_SQL, "fetchStream", dsl -> dsl.fetchStream("select 1").forEach(row -> {}));
    refused(PLAIN_SQL, "fetchMany", dsl -> dsl.fetchMany("select 1"));
    refused(PLAIN_SQL, "template", dsl -> dsl.fetch("select * from {0}", ROLES));
    refused(PLAIN_SQL, "SQL", dsl -> dsl.resultQuery(sql("select 1")).fetch());
    refused(PLAIN_SQL, "batch of plain SQL", dsl -> dsl.batch("select ?").bind(1).execute());
    refused(PLAIN_SQL, "field", dsl -> dsl.select(field("now()")).fetch());
    refused(PLAIN_SQL, "condition", dsl -> dsl.fetch(ROLES, condition("true")));
    refused(PLAIN_SQL, "where", dsl -> dsl.selectFrom(ROLES).where("true").fetch());
    refused(PLAIN_SQL, "having", dsl -> dsl.selectOne().from(ROLES).having("true").fetch());
    refused(PLAIN_SQL, "order by", dsl -> dsl.selectFrom(ROLES).orderBy(field("1")).fetch());
    refused(PLAIN_SQL, "group by", dsl -> dsl.selectOne().from(ROLES).groupBy(field("1")).fetch());
    refused(PLAIN_SQL, "set", dsl -> dsl.update(ROLES).set(ROLES.NAME, text("name")).execute());
    refused(
        PLAIN_SQL,
        "join on",
        dsl -> dsl.selectOne().from(ROLES.join(ROLES.as("r")).on("true")).fetch());
    refused(PLAIN_SQL, "returning", dsl -> dsl.deleteFrom(ROLES).returning(field("name")).fetch());
    refused(PLAIN_SQL, "lock table", dsl -> dsl.execute("lock table auth.roles"));
    refused(PLAIN_SQL, "copy", dsl -> dsl.execute("copy auth.roles to stdout"));
    refused(PLAIN_SQL, "reset", dsl -> dsl.execute("reset app.tenant_id"));
    refused(PLAIN_SQL, "do", dsl -> dsl.execute("do $$ begin end $$"));
    refused(PLAIN_SQL, "call", dsl -> dsl.execute("call p()"));
    refused(PLAIN_SQL, "table", dsl -> dsl.select().from("auth.roles").fetch());
    refused(PLAIN_SQL, "join", dsl -> dsl.select().from(ROLES).crossJoin("auth.roles").fetch());
    refused(UNKNOWN, "table by name", dsl -> dsl.selectFrom(table(name("auth", "roles"))).fetch());
  }

  private static org.jooq.Field<String> text(String sql) {
    return field(sql, String.class);
  }

  private void otherStatements() {
    statement("TRUNCATE", "DELETE.", dsl -> dsl.truncate(ROLES).execute());
    statement("MERGE", "INSERT … ON CONFLICT, that is onConflict(…).", RefusalMessageTest::merge);
    statement(
        "SET",
        "the options of " + TRANSACTION + ".",
        dsl -> dsl.set(name("role"), val("x")).execute());
    statement(
        "SET",
        "the options of " + TRANSACTION + ".",
        dsl -> dsl.setLocal(name("role"), val("x")).execute());
    statement("START TRANSACTION", TRANSACTION + ".", dsl -> dsl.startTransaction().execute());
    statement("COMMIT", TRANSACTION + ".", dsl -> dsl.commit().execute());
    statement("ROLLBACK", TRANSACTION + ".", dsl -> dsl.rollback().execute());
    statement("SAVEPOINT", TRANSACTION + ", nested.", dsl -> dsl.savepoint("s").execute());
    statement(
        "RELEASE SAVEPOINT", TRANSACTION + ", nested.", dsl -> dsl.releaseSavepoint("s").execute());
    String changelog = "a changelog, which the migrations apply.";
    statement("DDL", changelog, dsl -> dsl.dropTable(ROLES).execute());
    statement(
        "DDL", changelog, dsl -> dsl.createTable("t").column("c", SQLDataType.UUID).execute());
    statement("DDL", changelog, dsl -> dsl.alterTable(ROLES).drop(ROLES.NAME).execute());
    statement("DDL", changelog, dsl -> dsl.createView("v").as(dsl.selectFrom(ROLES)).execute());
    statement("DDL", changelog, dsl -> dsl.commentOnTable(ROLES).is("@scope global").execute());
    statement("This statement", TYPED, dsl -> dsl.begin(dsl.deleteFrom(ROLES)).execute());
    String typedOrUnchecked =
        "jOOQ's typed API; for text that was reviewed, the session's unchecked(reason).";
    statement(
        "The hint of a SELECT",
        typedOrUnchecked,
        dsl -> dsl.select(ROLES.ID).hint("(select 1),").from(ROLES).fetch());
    statement(
        "The option of a SELECT",
        typedOrUnchecked,
        dsl -> dsl.select(ROLES.ID).from(ROLES).option("union all select 1").fetch());
    statement(
        "The option of a SELECT",
        typedOrUnchecked,
        dsl -> dsl.fetchExists(dsl.select(ROLES.ID).from(ROLES).option("limit 1")));
  }

  private void statement(String kind, String alternative, Consumer<DSLContext> attempt) {
    refused(
        kind + " is refused in a tenant session" + UNSEEN + alternative,
        kind + " " + attempts.size(),
        attempt);
  }

  private static void merge(DSLContext dsl) {
    dsl.mergeInto(ROLES)
        .using(dsl.selectOne())
        .on(condition(true))
        .whenMatchedThenUpdate()
        .set(ROLES.NAME, "stolen")
        .execute();
  }

  private void functions() {
    String function =
        "Function %s is refused in a tenant session"
            + UNSEEN
            + "a function of jOOQ's DSL class; for one that was reviewed, the session's"
            + " unchecked(reason).";
    refused(
        function.formatted("set_config"),
        "function",
        dsl -> dsl.select(function("set_config", String.class, inline("a"))).fetch());
    refused(
        function.formatted("set_config"),
        "routine as a field",
        dsl -> dsl.select(new SetConfig().asField()).fetch());
    refused(
        function.formatted("set_config"),
        "routine as a field in a subquery of a write",
        dsl -> dsl.deleteFrom(ROLES).where(ROLES.NAME.eq(new SetConfig().asField())).execute());
    refused(PLAIN_SQL, "routine", dsl -> new SetConfig().execute(dsl.configuration()));
    refused(SEQUENCE, "nextval", dsl -> dsl.nextval(sequence(name("auth", "s"))));
    refused(SEQUENCE, "nextval by name", dsl -> dsl.nextval("s"));
    refused(SEQUENCE, "nextvals", dsl -> dsl.nextvals(sequence(name("s")), 2));
    refused(SEQUENCE, "currval", dsl -> dsl.currval(sequence(name("s"))));
    refused(
        SEQUENCE, "nextval in a query", dsl -> dsl.select(sequence(name("s")).nextval()).fetch());
  }

  @TestFactory
  Stream<DynamicTest> what_is_refused_names_the_alternative() {
    return attempts.entrySet().stream().flatMap(RefusalMessageTest.this::tests);
  }

  private Stream<DynamicTest> tests(Map.Entry<String, Map<String, Consumer<DSLContext>>> group) {
    return group.getValue().entrySet().stream()
        .map(
            attempt ->
                dynamicTest(
                    attempt.getKey(),
                    () ->
                        assertThatThrownBy(() -> attempt.getValue().accept(village.acme().dsl()))
                            .isInstanceOf(DatabaseException.class)
                            .hasMessage(group.getKey())));
  }

  /** As the generator writes them. It would run with whatever rights its owner has. */
  private static final class SetConfig extends AbstractRoutine<String> {
    private static final long serialVersionUID = 1L;

    SetConfig() {
      super("set_config", null, DSL.comment(""), SQLDataType.VARCHAR);
      var setting = Internal.createParameter("setting_name", SQLDataType.VARCHAR, false);
      addInParameter(setting);
      setReturnParameter(Internal.createParameter("RETURN_VALUE", SQLDataType.VARCHAR, false));
      setValue(setting, "app.tenant_id");
    }
  }
}
