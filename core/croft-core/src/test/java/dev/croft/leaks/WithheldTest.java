package dev.croft.leaks;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.val;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.croft.Croft;
import dev.croft.exception.ConversionException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import dev.croft.schema.auth.tables.records.RolesRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Converter;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.jdbc.DefaultStatement;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** What is said in the place of what could hold a value, and what is still said. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithheldTest {
  private static final Converter<String, Thread.State> STATES =
      Converter.from(String.class, Thread.State.class, Thread.State::valueOf);

  private Village village;
  private DSLContext acme;
  private DSLContext system;

  @BeforeAll
  void found() {
    village = Village.found();
    acme = village.acme().dsl();
    system = village.croft().system("to see what is said").dsl();
  }

  @AfterAll
  void close() {
    village.close();
  }

  @Test
  void a_converter_that_fails_is_named_by_what_it_threw() {
    assertThatThrownBy(() -> acme.select(ROLES.NAME.convert(STATES)).from(ROLES).fetch())
        .isInstanceOf(ConversionException.class)
        .hasMessage(
            "A value of a result could not be converted: its converter threw"
                + " java.lang.IllegalArgumentException, whose message is withheld because it may"
                + " hold the value. Select the column with the type it has, or correct the"
                + " converter.")
        .hasNoCause();
  }

  @Test
  void an_array_that_cannot_be_read_fails_instead_of_being_null() {
    var times = val(new String[] {"x"}).coerce(SQLDataType.OFFSETTIME.array());
    assertThatThrownBy(() -> acme.select(times).fetch())
        .isInstanceOf(ConversionException.class)
        .hasMessage(
            "A value of a result could not be converted: the elements of an array are not of the"
                + " type asked for. Select the column with the type it has, or correct the"
                + " converter.");
  }

  @Test
  void arrays_that_jooq_reads_element_by_element_are_read() {
    byte[][] bytes = {{1, 2}, {3}};
    assertThat(acme.select(val(bytes)).fetchSingle().value1()).isDeepEqualTo(bytes);
    assertThat(system.select(val(bytes)).fetchSingle().value1()).isDeepEqualTo(bytes);
  }

  @Test
  void a_name_in_the_text_of_a_statement_is_shown() {
    assertThatThrownBy(() -> system.fetch("select * from nowhere"))
        .isInstanceOf(StatementException.class)
        .hasMessageStartingWith(
            "PostgreSQL refused a statement: relation \"nowhere\" does not exist (SQLSTATE 42P01)");
    assertThatThrownBy(() -> system.fetch("selec 1"))
        .hasMessageContaining("syntax error at or near \"selec\" (SQLSTATE 42601)");
  }

  @Test
  void a_name_that_a_value_held_is_withheld() {
    assertThatThrownBy(() -> system.fetch("select (?::text)::regclass", "nowhere"))
        .isInstanceOf(StatementException.class)
        .hasMessageStartingWith(
            "PostgreSQL refused a statement: PostgreSQL's message is withheld because it may hold a"
                + " value (SQLSTATE 42P01)");
  }

  @Test
  void a_table_of_plain_sql_is_refused_without_its_text() {
    assertThatThrownBy(() -> acme.selectFrom("(values ('x')) t (a)").fetch())
        .isInstanceOf(StatementRefusedException.class)
        .hasMessageStartingWith("Plain SQL ")
        .hasMessageNotContaining("'x'");
  }

  @Test
  void a_record_shows_its_ids() {
    RolesRecord role = acme.selectFrom(ROLES).where(ROLES.NAME.eq("keeper")).fetchSingle();
    assertThat(role)
        .hasToString("RolesRecord[tenant_id=%s, id=%s]".formatted(village.acmeId(), role.getId()));
    assertThat(village.ann()).hasToString("User[id=%s, version=1]".formatted(village.ann().id()));
    assertThat(new RolesRecord().toString()).isEqualTo("RolesRecord[tenant_id=null, id=null]");
  }

  @Test
  void a_statement_s_text_form_shows_nothing_that_is_bound() throws SQLException {
    try (Cursor<?> rows = acme.select(val(Canary.WORD)).fetchLazy()) {
      DefaultStatement ofJooq = (DefaultStatement) rows.resultSet().getStatement();
      assertThat(ofJooq.getDelegate()).hasToString("a statement of a tenant session");
    }
  }

  @Test
  void opening_warns_of_loggers_that_show_values() {
    List<String> said = new ArrayList<>();
    Listening.during(new Findings(), () -> said.addAll(saidAtOpening()));
    assertThat(said)
        .contains(
            "Rows and bound values are written to the log: the levels of "
                + String.join(", ", Listening.WARNED_OF)
                + " are so low that jOOQ or the driver show them there. Raise them to INFO.");
    assertThat(saidAtOpening()).isEmpty();
  }

  private List<String> saidAtOpening() {
    Logger logger = (Logger) LoggerFactory.getLogger(Croft.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    logger.addAppender(said);
    try (Croft croft = Croft.open(village.config())) {
      assertThat(croft).isNotNull();
    } finally {
      logger.detachAppender(said);
    }
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
