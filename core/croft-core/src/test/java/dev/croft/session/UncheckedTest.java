package dev.croft.session;

import static dev.croft.schema.admin.Tables.AUDIT_LOG;
import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.NotNullException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.exception.TenantViolationException;
import dev.croft.fixture.Village;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reviewed plain SQL runs inside its tenant, on a connection that nothing else is done with. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UncheckedTest {
  private static final Field<String> NAME = DSL.field("name", String.class);
  private static final String REASON = "a lateral join that jOOQ cannot say";

  private Village village;
  private Ledger ledger;
  private TenantSession acme;
  private DSLContext unchecked;

  @BeforeAll
  void found() throws SQLException {
    village = Village.found();
    village.unmarkSystemRoles();
    ledger = new Ledger(village);
    acme = village.acme();
    unchecked = acme.unchecked(REASON);
  }

  @AfterEach
  void globexHasItsRoles() throws SQLException {
    assertThat(village.globex().dsl().fetch(ROLES).getValues(ROLES.NAME))
        .containsExactlyInAnyOrder("admin", "user", "keeper");
    ledger.restore();
  }

  @AfterAll
  void close() throws SQLException {
    ledger.close();
    village.close();
  }

  @Test
  void plain_sql_reads_this_tenant_s_rows_only() {
    List<String> tenants =
        unchecked.fetch("select distinct tenant_id from auth.roles").getValues(0, String.class);
    assertThat(tenants).containsExactly(village.acmeId().toString());
  }

  @Test
  void plain_sql_writes_this_tenant_s_rows_only() {
    assertThat(unchecked.execute("update auth.roles set description = ?", "changed")).isEqualTo(3);
    assertThat(unchecked.execute("delete from auth.roles where name <> ?", "user")).isEqualTo(2);
    assertThat(acme.dsl().fetchValues(ROLES.DESCRIPTION)).containsExactly("changed");
  }

  @Test
  void plain_sql_names_the_tenant_of_a_row_itself() {
    String insert = "insert into auth.roles (tenant_id, name) values (%s, 'cook')";
    assertThat(unchecked.execute(insert.formatted("croft.current_tenant()"))).isEqualTo(1);
    assertThatThrownBy(() -> unchecked.execute(insert.formatted("?"), village.globexId().value()))
        .isInstanceOf(TenantViolationException.class);
    assertThatThrownBy(() -> unchecked.execute("insert into auth.roles (name) values ('maid')"))
        .isInstanceOfAny(NotNullException.class, TenantViolationException.class);
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(4);
  }

  @Test
  void merge_that_jooq_s_typed_api_is_refused_runs_as_plain_sql() {
    assertThat(
            unchecked.execute(
                """
                merge into auth.roles r using (values ('admin')) as v (name) on r.name = v.name
                when matched then update set description = 'merged'\
                """))
        .isEqualTo(1);
  }

  @Test
  void parts_of_plain_sql_stand_in_statements_that_stay_fenced() {
    try (Village open = Village.found()) {
      open.dropRowLevelSecurity();
      DSLContext dsl = open.acme().unchecked(REASON);
      Field<Integer> length = DSL.field("char_length({0})", Integer.class, ROLES.NAME);
      assertThat(dsl.select(length).from(ROLES).where("true").fetch()).hasSize(3);
      assertThat(dsl.fetch("select * from ({0}) r", DSL.selectFrom(ROLES))).hasSize(3);
      assertThat(dsl.update(ROLES).set(ROLES.DESCRIPTION, NAME).execute()).isEqualTo(3);
    }
  }

  @Test
  void what_the_types_say_is_refused_as_ever() {
    assertThatThrownBy(() -> unchecked.selectFrom(AUDIT_LOG).fetch())
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(() -> unchecked.truncate(ROLES).execute())
        .isInstanceOf(StatementRefusedException.class);
    assertThatThrownBy(
            () ->
                unchecked.update(ROLES).set(ROLES.TENANT_ID, village.globexId().value()).execute())
        .isInstanceOf(TenantViolationException.class);
  }

  @Test
  void rows_are_had_in_every_way_that_jooq_offers() {
    String names = "select name from auth.roles order by name";
    assertThat(unchecked.fetchValue("select count(*) from auth.roles")).isEqualTo(3L);
    assertThat(unchecked.resultQuery(names).fetchLazy().fetch()).hasSize(3);
    try (var stream = unchecked.resultQuery(names).fetchStream()) {
      assertThat(stream.map(row -> row.get(0))).containsExactly("admin", "keeper", "user");
    }
    assertThat(unchecked.fetchMany(names).getFirst()).hasSize(3);
    assertThat(unchecked.fetchMany(names)).hasSize(1);
    assertThat(unchecked.fetch("update auth.roles set description = '' returning name")).hasSize(3);
    assertThat(unchecked.fetch("explain " + names)).isNotEmpty();
    assertThat(unchecked.fetch("/* why */ -- and\n (table auth.roles) -- so")).hasSize(3);
  }

  @Test
  void a_batch_of_one_statement_is_checked_after_it() {
    var batch = unchecked.batch("update auth.roles set description = ? where name = ?");
    assertThat(batch.bind("all", "admin").bind("some", "user").execute()).containsExactly(1, 1);
  }

  @Test
  void in_a_transaction_it_is_part_of_that_transaction() {
    assertThatThrownBy(
            () ->
                acme.transaction(
                    tx -> {
                      tx.unchecked(REASON).execute("delete from auth.roles where name = 'admin'");
                      assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(2);
                      tx.transaction(
                          nested -> nested.unchecked(REASON).execute("delete from auth.roles"));
                      assertThat(tx.unchecked(REASON).fetch("table auth.roles")).isEmpty();
                      throw new IllegalStateException("undo");
                    }))
        .hasMessage("undo");
    assertThat(acme.dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  @Test
  void a_reason_is_given() {
    assertThatThrownBy(() -> acme.unchecked(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An unchecked session needs a reason: say why jOOQ's typed API does not do");
  }

  @Test
  void the_session_itself_remains_closed_to_plain_sql() {
    unchecked.fetch("table auth.roles");
    assertThatThrownBy(() -> acme.dsl().fetch("table auth.roles"))
        .isInstanceOf(StatementRefusedException.class);
    var query = unchecked.resultQuery("table auth.roles");
    assertThatThrownBy(() -> acme.dsl().fetch(query)).isInstanceOf(StatementRefusedException.class);
  }

  @Test
  void a_statement_that_fails_by_itself_says_so() {
    assertThatThrownBy(() -> unchecked.fetch("select 1 / 0"))
        .isInstanceOfSatisfying(
            StatementException.class, e -> assertThat(e.sqlState()).isEqualTo("22012"));
  }
}
