package dev.croft.exception;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.croft.fixture.Village;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Exceptions name constraints and never values. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExceptionTranslatorTest {
  private static final String CANARY = "canary-4711";

  private Village village;

  @BeforeAll
  void found() {
    village = Village.found();
    insert(CANARY).run();
  }

  @AfterAll
  void close() {
    village.close();
  }

  private Runnable insert(String name) {
    return () -> village.acme().dsl().insertInto(ROLES).set(ROLES.NAME, name).execute();
  }

  private Runnable batch(String first, String second) {
    var dsl = village.acme().dsl();
    var insert = dsl.insertInto(ROLES, ROLES.NAME).values((String) null);
    return () -> dsl.batch(insert).bind(first).bind(second).execute();
  }

  private Runnable cast() {
    var number = DSL.val(CANARY).cast(Integer.class);
    return () -> village.acme().dsl().select(number).fetch();
  }

  @TestFactory
  Stream<DynamicTest> no_value_is_in_the_message_the_causes_or_the_suppressed_exceptions() {
    return Stream.of(
        failing("duplicate key", DuplicateKeyException.class, insert(CANARY)),
        failing("duplicate key in a batch", DuplicateKeyException.class, batch("a", CANARY)),
        failing("check", CheckException.class, insert(CANARY.repeat(20))),
        failing("data exception", StatementException.class, cast()));
  }

  private static DynamicTest failing(
      String name, Class<? extends DatabaseException> type, Runnable statement) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Throwable thrown = catchThrowable(statement::run);
          assertThat(thrown).isInstanceOf(type);
          StringWriter everything = new StringWriter();
          thrown.printStackTrace(new PrintWriter(everything));
          assertThat(everything.toString()).doesNotContain(CANARY).contains("SQLSTATE");
        });
  }

  @Test
  void a_data_exception_says_that_its_message_is_withheld() {
    assertThatThrownBy(cast()::run)
        .isInstanceOf(StatementException.class)
        .hasMessage(
            "PostgreSQL refused a statement: PostgreSQL's message is withheld because it may hold a"
                + " value (SQLSTATE 22P02). Look the code up in appendix A of the PostgreSQL"
                + " manual, and correct the statement.");
  }

  @TestFactory
  Stream<DynamicTest> a_lost_connection_is_told_by_its_code() {
    return Stream.of("08006", "08003", "57P01", "57P02", "57P03")
        .map(
            state ->
                DynamicTest.dynamicTest(
                    state,
                    () ->
                        assertThat(ExceptionTranslator.translate(new SQLException("lost", state)))
                            .isInstanceOf(ConnectionLostException.class)));
  }
}
