package dev.croft.leaks;

import static dev.croft.leaks.Canary.SECRET;
import static dev.croft.leaks.Canary.WORD;
import static dev.croft.schema.auth.Tables.ROLES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.val;

import dev.croft.exception.DatabaseException;
import dev.croft.postgres.PostgresDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.NestedCollectionEmulation;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What leaks without Croft, or where Croft can only warn: so the search finds what is there. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffenderTest {
  private static final String INSERT =
      "insert into auth.roles (tenant_id, name) values (?::uuid, ?)";

  private Aviary aviary;
  private DSLContext acme;
  private PostgresDatabase database;

  @BeforeAll
  void moveIn() {
    aviary = new Aviary();
    acme = aviary.acme().dsl();
    database = aviary.village().database();
  }

  @AfterAll
  void moveOut() {
    aviary.close();
  }

  @TestFactory
  Stream<DynamicTest> a_canary_is_known_in_every_dress() {
    return Stream.of(
            WORD,
            "CANARIUM",
            "postgresql://app:" + URLEncoder.encode(SECRET, UTF_8) + "@localhost",
            "{\"name\":\"canar\\\nium\"}",
            "cana\n  rium",
            "{ca,na,ri,um}",
            "0x" + HexFormat.of().formatHex(WORD.getBytes(UTF_8)),
            Base64.getEncoder().encodeToString(("a:" + WORD + "!").getBytes(UTF_8)),
            Base64.getUrlEncoder().encodeToString(("ab:" + WORD + "!").getBytes(UTF_8)),
            Base64.getEncoder().encodeToString(("abc:" + WORD + "!").getBytes(UTF_8)),
            java.util.Arrays.toString(WORD.getBytes(UTF_8)),
            "\\u0063\\u0061\\u006e\\u0061\\u0072\\u0069\\u0075\\u006d",
            "%63%61%6e%61%72%69%75%6d",
            "719,348,261,503")
        .map(
            dress ->
                DynamicTest.dynamicTest(
                    dress, () -> assertThat(Canary.in("so: " + dress + " it is")).isPresent()));
  }

  @Test
  void no_canary_is_known_where_there_is_none() {
    assertThat(Canary.in("PostgreSQL refused a statement: 42P01 canary, 719, can arise")).isEmpty();
  }

  private static void leaks(Throwable thrown) {
    Findings findings = new Findings();
    ThrowableText.search(findings, "an offender", thrown);
    assertThat(findings.leaks()).isNotEmpty();
  }

  private static void leaksTo(String logger, Scene.Action action) {
    Findings findings = new Findings();
    Throwable thrown = Listening.during(findings, action);
    assertThat(thrown)
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            known -> assertThat(known).isInstanceOf(DatabaseException.class));
    assertThat(findings.leaks())
        .extracting(Findings.Leak::source)
        .contains(Listening.source(logger));
  }

  @Test
  void the_driver_s_exception_for_a_batch_leaks() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, aviary.village().acmeId().toString());
      statement.setString(2, WORD.repeat(20));
      statement.addBatch();
      leaks(catchThrowable(statement::executeBatch));
    }
  }

  @Test
  void the_driver_s_statement_leaks_by_toString() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(2, WORD);
      assertThat(Canary.in(statement.toString())).isPresent();
    }
  }

  @Test
  void the_driver_s_exceptions_leak() throws SQLException {
    try (Connection connection = database.connect(database.superuser());
        PreparedStatement cast = connection.prepareStatement("select ?::text::integer")) {
      cast.setString(1, WORD);
      leaks(catchThrowable(cast::execute));
      PreparedStatement taken =
          connection.prepareStatement("update public.tenants set slug = 'canarium-acme'");
      leaks(catchThrowable(taken::execute));
    }
  }

  @Test
  void the_parser_of_urls_leaks() {
    leaks(catchThrowable(() -> new URI("postgresql://app:canarium 1@localhost/village")));
  }

  @Test
  void jooq_as_it_comes_leaks_to_the_log() throws SQLException {
    try (Connection connection = database.connect(database.superuser())) {
      DSLContext plain = DSL.using(connection, SQLDialect.POSTGRES);
      leaksTo("org.jooq.tools.LoggerListener", () -> plain.select(val(WORD)).fetch());
      leaksTo("org.jooq.impl.DefaultBinding", () -> plain.select(val(WORD)).fetch());
    }
  }

  @Test
  void jooq_leaks_an_array_that_it_cannot_read_even_with_its_execute_logging_off()
      throws SQLException {
    try (Connection connection = database.connect(database.superuser())) {
      DSLContext quiet =
          DSL.using(connection, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
      var times = val(new String[] {WORD}).coerce(SQLDataType.OFFSETTIME.array());
      leaksTo("org.jooq.impl.DefaultBinding", () -> quiet.select(times).fetch());
    }
  }

  @TestFactory
  Stream<DynamicTest> loggers_that_croft_warns_of_leak() {
    return Stream.of(
        warnedOf(
            "org.jooq.impl.AbstractQuery",
            () -> {
              var update = acme.updateQuery(ROLES);
              update.addConditions(ROLES.NAME.eq(WORD));
              return update.execute();
            }),
        warnedOf("org.jooq.impl.JSONReader", this::nested),
        warnedOf("org.jooq.impl.XMLHandler", this::nestedAsXml),
        warnedOf("org.postgresql.core.v3.QueryExecutorImpl", () -> acme.select(val(WORD)).fetch()),
        warnedOf(
            "org.postgresql.jdbc.BooleanTypeUtil",
            () -> acme.select(val("canarium").coerce(Boolean.class)).fetch()),
        warnedOf(
            "org.postgresql.jdbc.PgConnection",
            () -> acme.select(val(WORD).cast(StatementScenes.type("tsvector"))).fetch()));
  }

  private static DynamicTest warnedOf(String logger, Scene.Action action) {
    assertThat(Listening.WARNED_OF).contains(logger);
    return DynamicTest.dynamicTest(logger, () -> leaksTo(logger, action));
  }

  private Object nested() {
    return acme.select(DSL.multiset(DSL.select(ROLES.NAME).from(ROLES))).fetch();
  }

  private Object nestedAsXml() {
    DSLContext xml = aviary.acme().dsl();
    xml.settings().setEmulateMultiset(NestedCollectionEmulation.XML);
    return xml.select(DSL.multiset(DSL.select(ROLES.NAME).from(ROLES))).fetch();
  }

  /** Rows in the application's hands show themselves; jOOQ offers no way to keep them from it. */
  @Test
  void what_jooq_makes_of_rows_that_were_fetched_leaks() {
    var rows = acme.select(ROLES.NAME, ROLES.DESCRIPTION).from(ROLES).fetch();
    assertThat(Canary.in(rows.toString())).isPresent();
    assertThat(Canary.in(rows.getFirst().toString())).isPresent();
    assertThat(Canary.in(acme.selectFrom(ROLES).where(ROLES.NAME.eq(WORD)).toString())).isPresent();
    leaks(catchThrowable(() -> rows.intoMap(ROLES.DESCRIPTION)));
  }
}
