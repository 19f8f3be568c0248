package dev.croft.session;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.systemName;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.MappedTable;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.CustomField;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Ways to put text or unknown tables into a statement without calling it plain SQL. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscapeRefusalTest {
  private static final String THEFT = "(select count(*) from auth.roles)";

  private Village village;

  @BeforeAll
  void found() {
    village = Village.found();
  }

  @AfterAll
  void close() {
    village.close();
  }

  @TestFactory
  Stream<DynamicTest> text_of_the_caller_s_own_is_refused() {
    Map<String, SelectFieldOrAsterisk> fields = new TreeMap<>();
    fields.put("custom field", CustomField.of("x", SQLDataType.INTEGER, c -> c.sql(THEFT)));
    fields.put("custom condition", CustomCondition.of(c -> c.sql("true or " + THEFT + " > 0")));
    fields.put("custom part", template(CustomQueryPart.of(c -> c.sql(THEFT))));
    fields.put("keyword", template(keyword(THEFT)));
    fields.put("keyword in a list", template(list(list(keyword(THEFT)))));
    fields.put("inlined keyword", template(DSL.inlined(keyword(THEFT))));
    fields.put("raw text in a list", template(list(DSL.raw(THEFT))));
    fields.put("system name", field(systemName(THEFT), Integer.class));
    fields.put("system name as alias", val(1).as(systemName("a, " + THEFT + " as b")));
    fields.put("collation", val("a").collate(DSL.collation(systemName("\"C\" || " + THEFT))));
    fields.put("data type of a cast", val("1").cast(type()));
    fields.put("data type of a value", inline("1", type()));
    fields.put("function by name", function(name("table_to_xml")));
    fields.put("function by system name", function(systemName("table_to_xml")));
    fields.put("function of a schema", function(systemName("pg_catalog", "lower")));
    fields.put("aggregate", DSL.aggregate("table_to_xml", String.class, inline("auth.roles")));
    return tests(fields, (dsl, part) -> dsl.select(part).fetch());
  }

  private static Field<Integer> template(org.jooq.QueryPart part) {
    return field("{0}", Integer.class, part);
  }

  private static Field<String> function(org.jooq.Name name) {
    return DSL.function(name, String.class, inline("auth.roles"));
  }

  private static DefaultDataType<String> type() {
    return new DefaultDataType<>(
        SQLDialect.POSTGRES, String.class, "text) || " + THEFT, "text) || " + THEFT);
  }

  @TestFactory
  Stream<DynamicTest> names_that_would_be_resolved_to_a_table_of_that_name_are_refused() {
    Map<String, Consumer<DSLContext>> attempts = new TreeMap<>();
    attempts.put(
        "a common table expression that was not declared",
        dsl -> dsl.select(count()).from(name("tenants").as(selectOne())).fetch());
    attempts.put(
        "an alias of one",
        dsl -> dsl.select(count()).from(name("tenants").as(selectOne()).as("t")).fetch());
    attempts.put(
        "its own name in its body",
        dsl ->
            dsl.with("users")
                .as(select(field(name("id"))).from(table(name("users"))))
                .selectFrom(table(name("users")))
                .fetch());
    attempts.put(
        "a later one",
        dsl ->
            dsl.with(name("a").as(select(DSL.asterisk()).from(table(name("tenants")))))
                .with(name("tenants").as(selectOne()))
                .selectFrom(table(name("a")))
                .fetch());
    attempts.put(
        "one of another subquery",
        dsl ->
            dsl.select(
                    field(with("tenants").as(selectOne()).select(count()).from(name("tenants"))),
                    field(select(count()).from(table(name("tenants")))))
                .fetch());
    attempts.put(
        "one in other case",
        dsl -> dsl.with(name("Users").as(selectOne())).selectFrom(systemName("Users")).fetch());
    attempts.put("a renamed table", dsl -> dsl.fetchCount(PERMISSIONS.rename("roles")));
    attempts.put(
        "an alias of a renamed table", dsl -> dsl.fetchCount(PERMISSIONS.rename("roles").as("r")));
    attempts.put(
        "a renamed table in UPDATE",
        dsl -> dsl.update(ROLES.rename("user_roles")).set(ROLES.DESCRIPTION, "stolen").execute());
    return tests(attempts, (dsl, attempt) -> attempt.accept(dsl));
  }

  @TestFactory
  Stream<DynamicTest> settings_that_the_fence_stands_on_are_not_changed_in_place() {
    Map<String, Consumer<Settings>> changes = new TreeMap<>();
    changes.put("mapping", settings -> settings.setRenderMapping(permissionsAsRoles()));
    changes.put("schema", settings -> settings.setRenderSchema(false));
    changes.put("named parameters", settings -> settings.setParamType(ParamType.NAMED));
    changes.put(
        "row counts of records", settings -> settings.setExecuteWithOptimisticLocking(false));
    changes.put("formatting", settings -> settings.setRenderFormatted(true));
    return tests(
        changes,
        (dsl, change) -> {
          change.accept(dsl.settings());
          dsl.fetchCount(PERMISSIONS);
        });
  }

  private static RenderMapping permissionsAsRoles() {
    return new RenderMapping()
        .withSchemata(
            new MappedSchema()
                .withInput("auth")
                .withTables(new MappedTable().withInput("permissions").withOutput("roles")));
  }

  @TestFactory
  Stream<DynamicTest> text_is_not_changed_by_another_listener_or_dialect() {
    Map<String, Consumer<DSLContext>> attempts = new TreeMap<>();
    attempts.put(
        "another dialect",
        dsl -> dsl.configuration().derive(SQLDialect.SQLITE).dsl().fetchCount(ROLES));
    attempts.put("a listener behind", dsl -> appended(dsl, new Thief()));
    attempts.put("a listener before", dsl -> prepended(dsl, new Thief()));
    return tests(attempts, (dsl, attempt) -> attempt.accept(dsl));
  }

  private static void appended(DSLContext dsl, ExecuteListener listener) {
    dsl.configuration().deriveAppending(listener).dsl().fetchCount(ROLES);
  }

  private static void prepended(DSLContext dsl, ExecuteListener listener) {
    var guard = dsl.configuration().executeListenerProviders()[0];
    dsl.configuration().derive(() -> listener, guard).dsl().fetchCount(ROLES);
  }

  private <T> Stream<DynamicTest> tests(
      Map<String, T> attempts, java.util.function.BiConsumer<DSLContext, T> run) {
    return attempts.entrySet().stream()
        .map(
            attempt ->
                DynamicTest.dynamicTest(
                    attempt.getKey(),
                    () ->
                        assertThatThrownBy(
                                () -> run.accept(village.acme().dsl(), attempt.getValue()))
                            .isInstanceOf(StatementRefusedException.class)));
  }

  private static final class Thief implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void renderEnd(ExecuteContext context) {
      context.sql(THEFT.substring(1, THEFT.length() - 1));
    }
  }
}
