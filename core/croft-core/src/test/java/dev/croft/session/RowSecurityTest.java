package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What plain SQL of the runtime role sees and does as acme: row-level security and grants alone.
 */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowSecurityTest {
  private Village village;
  private Connection connection;

  @BeforeAll
  void found() {
    village = Village.found();
    village.unmarkSystemRoles();
  }

  @AfterAll
  void close() {
    village.close();
  }

  @BeforeEach
  void enter() throws SQLException {
    connection = village.database().connect(village.runtime());
    connection.setAutoCommit(false);
    enter(village.acmeId());
  }

  @AfterEach
  void leave() throws SQLException {
    connection.close();
  }

  private void enter(TenantId tenant) throws SQLException {
    execute("select set_config('app.tenant_id', '%s', true)".formatted(village.setting(tenant)));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String value(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private SQLException failure(String sql) {
    try {
      execute(sql);
    } catch (SQLException e) {
      return e;
    }
    throw new AssertionError("succeeded: " + sql);
  }

  @ParameterizedTest
  @CsvSource({
    "public.tenants, 1",
    "public.users, 3",
    "public.tenant_users, 3",
    "auth.roles, 3",
    "auth.role_permissions, 1",
    "auth.user_roles, 4"
  })
  void each_table_shows_the_tenant_s_rows(String table, String rows) throws SQLException {
    assertThat(value("select count(*) from " + table)).isEqualTo(rows);
    execute("select set_config('app.tenant_id', '', true)");
    assertThat(value("select count(*) from " + table)).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from admin.audit_log",
        "insert into public.tenants (name, slug) values ('Globex', 'globex')",
        "update public.tenants set slug = 'globex'",
        "insert into public.users (email_address) values ('eve@example.com')",
        "update public.users set email_address = 'eve@example.com'",
        "update public.tenant_users set user_id = gen_random_uuid()",
        "update auth.roles set tenant_id = gen_random_uuid()",
        "update auth.roles set id = gen_random_uuid()",
        "truncate auth.roles",
        "create schema s",
        "create table public.t (c int)",
        "create extension pgcrypto",
        "create view public.v as select * from auth.roles",
        "alter table auth.roles disable row level security",
        "create trigger t before insert on auth.roles execute function croft.set_updated_at()",
        "copy auth.roles (tenant_id, name) from stdin",
        "copy (select 1) to '/tmp/croft-copy'",
        "copy (select 1) to program 'true'",
        "set role croft_admin",
        "set session authorization croft_admin",
        "grant croft_admin to current_user",
        "select * from pg_catalog.pg_authid",
        "select * from pg_catalog.pg_statistic",
        "select croft.tenant_table('auth.roles')",
        "select pg_read_file('PG_VERSION')",
        "select lo_import('/etc/hostname')",
        "comment on table auth.roles is 'x'",
        "set session_replication_role = replica"
      })
  void the_runtime_role_may_not(String sql) {
    assertThat(failure(sql).getSQLState()).as(sql).isIn("42501", "0A000", "0LP01");
  }

  @Test
  void a_row_of_another_tenant_is_refused_alike_whether_it_exists_or_not() {
    String insert = "insert into auth.roles (tenant_id, name) values ('%s', '%s')";
    SQLException existing = failure(insert.formatted(village.globexId(), "admin"));
    rollbackAndEnter();
    SQLException absent = failure(insert.formatted(village.globexId(), "nobody"));
    rollbackAndEnter();
    SQLException noTenant = failure(insert.formatted(UUID.randomUUID(), "admin"));
    assertThat(absent.getMessage()).isEqualTo(existing.getMessage());
    assertThat(noTenant.getMessage()).isEqualTo(existing.getMessage());
  }

  @Test
  void an_upsert_on_a_row_of_another_tenant_is_refused() {
    SQLException failure =
        failure(
            "insert into auth.roles (tenant_id, name) values ('%s', 'admin')"
                    .formatted(village.globexId())
                + " on conflict (tenant_id, name) do update set description = 'stolen'");
    assertThat(failure.getMessage()).contains("row-level security");
  }

  @Test
  void a_person_who_is_not_a_member_is_refused_as_one_who_does_not_exist() throws SQLException {
    String role = value("select id from auth.roles limit 1");
    String insert = "insert into auth.user_roles values ('%s', '%s', '%s')";
    SQLException stranger =
        failure(insert.formatted(village.acmeId(), village.eve().id().value(), role));
    rollbackAndEnter();
    SQLException nobody = failure(insert.formatted(village.acmeId(), UUID.randomUUID(), role));
    assertThat(stranger.getSQLState()).isEqualTo(nobody.getSQLState()).isEqualTo("23503");
  }

  @Test
  void what_cascades_from_the_tenant_s_rows_stays_in_the_tenant() throws SQLException {
    execute("delete from auth.roles");
    execute("delete from public.tenant_users");
    connection.rollback();
    enter(village.globexId());
    assertThat(value("select count(*) from auth.user_roles")).isEqualTo("3");
    connection.rollback();
  }

  @Test
  void statistics_do_not_show_values_of_other_tenants() throws SQLException {
    village.asOwner("analyze auth.roles");
    village.asOwner("analyze public.users");
    assertThat(
            value(
                "select count(*) from pg_stats where schemaname in ('auth', 'public')"
                    + " and tablename in ('roles', 'users')"))
        .isEqualTo("0");
  }

  @Test
  void a_function_that_shows_its_argument_sees_the_tenant_s_rows_only() {
    assertThatThrownBy(
            () -> execute("select email_address::int from public.users order by email_address"))
        .hasMessageNotContaining("eve@");
    rollbackAndEnter();
    assertThatThrownBy(() -> execute("select * from public.users where email_address::int = 1"))
        .hasMessageNotContaining("eve@");
  }

  private void rollbackAndEnter() {
    try {
      connection.rollback();
      enter(village.acmeId());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A temporary table would shadow a real one for whoever uses the connection next. */
  @Test
  void no_temporary_table_is_made_also_in_a_copy_of_a_migrated_database() {
    assertThat(failure("create temporary table t (c int)").getMessage())
        .contains("permission denied to create temporary tables");
  }
}
