package dev.croft.session;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import dev.croft.connection.ConnectionPool;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Village;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jooq.Cursor;
import org.jooq.Insert;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tenants take turns on one connection; whatever fails, it is of use and clean afterwards. */
@NullUnmarked
class SessionFailureTest {
  private Village village;
  private ConnectionPool pool;
  private TenantSession acme;
  private TenantSession globex;

  @BeforeEach
  void found() {
    village = Village.found();
    pool = ConnectionPool.open(village.address(), Village.credentials(village.runtime()), 1);
    Sessions sessions = village.sessions(pool);
    acme = sessions.tenant(village.acmeId());
    globex = sessions.tenant(village.globexId());
  }

  @AfterEach
  void theConnectionIsOfUseAndHoldsNoTenant() throws SQLException {
    assertThat(globex.dsl().fetchCount(ROLES)).isEqualTo(3);
    assertThat(acme.dsl().fetchCount(ROLES)).isGreaterThanOrEqualTo(3);
    Connection connection = pool.take();
    try (Statement statement = connection.createStatement();
        ResultSet setting =
            statement.executeQuery("select coalesce(current_setting('app.tenant_id', true), '')")) {
      setting.next();
      assertThat(setting.getString(1)).isEmpty();
    } finally {
      pool.giveBack(connection);
    }
    pool.close();
    village.close();
  }

  private Insert<?> insert(TenantSession session) {
    return session.dsl().insertInto(ROLES, ROLES.NAME).values((String) null);
  }

  private void terminateConnections() {
    village.asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'",
        village.runtime().user());
  }

  @Test
  void statements_that_the_server_has_prepared_show_each_tenant_its_rows() {
    var query = DSL.select(ROLES.TENANT_ID).from(ROLES);
    for (int i = 0; i < 10; i++) {
      for (TenantSession session : List.of(acme, globex)) {
        assertThat(session.dsl().fetch(query).map(row -> row.value1()))
            .containsOnly(session.tenant().value())
            .hasSize(3);
      }
    }
  }

  @Test
  void a_cursor_that_outlives_its_transaction_reads_nothing_in_the_next_one() {
    Cursor<?> cursor =
        acme.transactionResult(
            tx -> {
              var open = tx.dsl().select(ROLES.TENANT_ID).from(ROLES, PERMISSIONS);
              Cursor<?> lazy = open.fetchSize(1).fetchLazy();
              lazy.fetchNext();
              return lazy;
            });
    globex.transaction(
        tx -> {
          tx.dsl().fetchCount(ROLES);
          assertThatThrownBy(cursor::fetchNext).isInstanceOf(DatabaseException.class);
        });
  }

  @Test
  void a_kept_statement_runs_again_in_its_transaction_and_never_after() {
    var query =
        acme.transactionResult(
            tx -> {
              var kept = tx.dsl().select(ROLES.TENANT_ID).from(ROLES).keepStatement(true);
              assertThat(kept.fetch()).hasSize(3);
              assertThat(kept.fetch()).hasSize(3);
              return kept;
            });
    globex.transaction(
        tx -> {
          tx.dsl().fetchCount(ROLES);
          assertThatThrownBy(query::fetch).isInstanceOf(RuntimeException.class);
        });
  }

  @Test
  void a_batch_on_a_lost_connection_says_that_its_outcome_is_unknown() {
    var batch = acme.dsl().batch(insert(acme)).bind("cook").bind("maid");
    acme.dsl().fetchCount(ROLES);
    terminateConnections();
    assertThatThrownBy(batch::execute).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void a_batch_that_fails_midway_keeps_nothing() {
    var batch = acme.dsl().batch(insert(acme)).bind("cook").bind(" not trimmed ").bind("maid");
    assertThatThrownBy(batch::execute).isInstanceOf(DatabaseException.class);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void statements_that_jooq_would_batch_by_itself_are_refused() {
    assertThatThrownBy(() -> acme.dsl().batched(c -> c.dsl().execute(insert(acme))))
        .isInstanceOf(StatementRefusedException.class)
        .hasMessage(
            "A statement was refused in a batch: it was not prepared for one. "
                + "Use dsl().batch(query).bind(…), or batchInsert and its like for records.");
  }

  @Test
  void a_result_shows_no_way_to_the_connection() throws SQLException {
    try (Cursor<?> cursor =
        acme.dsl().select(DSL.array(DSL.select(ROLES.NAME).from(ROLES))).fetchLazy()) {
      ResultSet rows = cursor.resultSet();
      assertThatThrownBy(() -> rows.unwrap(ResultSet.class)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> rows.getStatement().getConnection().createStatement())
          .isInstanceOf(StatementRefusedException.class);
      ResultSet elements = firstArray(rows).getResultSet();
      assertThatThrownBy(() -> elements.unwrap(ResultSet.class)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> elements.getStatement().getConnection().createStatement())
          .isInstanceOf(StatementRefusedException.class);
    }
  }

  private static java.sql.Array firstArray(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getArray(1);
  }

  @Test
  void a_cancelled_statement_leaves_the_connection_of_use() {
    var endless = acme.dsl().select(count()).from(generateSeries(1, 2_000_000_000));
    assertThatThrownBy(() -> endless.queryTimeout(1).fetch())
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("57014");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a; select '", "?", "$1", "{fn now()}", "\\'; --", "/* ; ", "$$ ; $$"})
  void text_that_looks_like_sql_is_taken_as_it_is(String text) {
    assertThat(acme.dsl().select(inline(text), val(text)).fetchSingle().intoList())
        .isEqualTo(List.<Object>of(text, text));
    assertThat(acme.dsl().select(val(1).as("a" + text)).fetchSingle().field(0).getName())
        .isEqualTo("a" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"confidential", "{confidential", "confidential\0"})
  void no_value_is_shown_by_a_failure(String value) {
    assertThatThrownBy(() -> acme.dsl().select(val(value).cast(UUID.class)).fetch())
        .isInstanceOf(StatementException.class)
        .satisfies(e -> assertThat(trace(e)).doesNotContain("confidential"));
    assertThatThrownBy(() -> acme.dsl().batch(insert(acme)).bind(" " + value).execute())
        .isInstanceOf(DatabaseException.class)
        .satisfies(e -> assertThat(trace(e)).doesNotContain("confidential"));
  }

  private static String trace(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
