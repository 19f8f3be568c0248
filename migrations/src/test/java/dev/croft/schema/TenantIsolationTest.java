package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TenantIsolationTest {
  private static final String ROLES = "select name from auth.roles order by name";
  private static final String TENANTS = "select slug from public.tenants order by slug";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final UUID globex = database.tenant("globex");

  @BeforeEach
  void both_tenants_have_a_role() {
    database.app.in(acme).run(insertRole(acme, "fence builder"));
    database.app.in(globex).run(insertRole(globex, "gate keeper"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_tenant_session_reads_the_rows_of_its_tenant() {
    assertThat(database.app.in(acme).rows(ROLES)).containsExactly("fence builder");
    assertThat(database.app.in(globex).rows(ROLES)).containsExactly("gate keeper");
  }

  @Test
  void a_tenant_session_reads_of_the_tenants_only_its_own() {
    assertThat(database.app.in(acme).rows(TENANTS)).containsExactly("acme");
    assertThat(database.app.in(acme).value("select count(*) from public.tenants")).isEqualTo("1");
  }

  @Test
  void without_a_setting_there_are_no_rows() {
    assertThat(database.app.rows(ROLES)).isEmpty();
    assertThat(database.app.rows(TENANTS)).isEmpty();
  }

  @Test
  void after_a_transaction_the_setting_is_empty_and_there_are_no_rows() {
    assertThat(database.app.value("select current_setting('app.tenant_id', true)")).isEmpty();
    assertThat(database.app.in("").rows(ROLES)).isEmpty();
  }

  @Test
  void a_setting_that_is_no_id_is_an_error() {
    assertThat(database.app.in("acme").refusal(ROLES))
        .isEqualTo("22P02 invalid input syntax for type uuid: \"acme\"");
  }

  @Test
  void a_tenant_that_does_not_exist_has_no_rows_and_gets_none() {
    UUID nobody = UUID.randomUUID();
    assertThat(database.app.in(nobody).rows(ROLES)).isEmpty();
    assertThat(database.app.in(nobody).refusal(insertRole(nobody, "ghost")))
        .startsWith("23503 ")
        .contains("roles_tenant_fk");
  }

  @Test
  void rows_of_another_tenant_are_neither_inserted_nor_updated_nor_deleted() {
    Session session = database.app.in(acme);
    assertThat(session.refusal(insertRole(globex, "intruder")))
        .isEqualTo("42501 new row violates row-level security policy for table \"roles\"");
    assertThat(session.rows("update auth.roles set description = 'mine' returning name"))
        .containsExactly("fence builder");
    assertThat(session.rows("delete from auth.roles returning name"))
        .containsExactly("fence builder");
    assertThat(database.admin.rows("select name, description from auth.roles"))
        .containsExactly("gate keeper,");
  }

  @Test
  void an_upsert_meets_no_row_of_another_tenant() {
    String id = database.admin.value("select id from auth.roles where name = 'gate keeper'");
    database
        .app
        .in(acme)
        .run(
            "insert into auth.roles (tenant_id, id, name) values ('%s', '%s', 'ours')"
                    .formatted(acme, id)
                + " on conflict (tenant_id, id) do update set name = excluded.name");
    assertThat(database.admin.rows("select name from auth.roles where id = '" + id + "'"))
        .containsExactlyInAnyOrder("gate keeper", "ours");
  }

  @Test
  void a_row_cannot_be_given_to_another_tenant() {
    assertThat(database.app.in(acme).refusal("update auth.roles set tenant_id = '" + globex + "'"))
        .isEqualTo("42501 permission denied for table roles");
  }

  @Test
  void a_foreign_key_reaches_no_row_of_another_tenant() {
    UUID person = database.person("mo@example.test", acme);
    String role = database.admin.value("select id from auth.roles where name = 'gate keeper'");
    assertThat(
            database
                .app
                .in(acme)
                .refusal(
                    "insert into auth.user_roles (tenant_id, user_id, role_id)"
                        + " values ('%s', '%s', '%s')".formatted(acme, person, role)))
        .startsWith("23503 ")
        .contains("user_roles_role_fk");
  }

  @Test
  void a_permissive_policy_added_later_opens_nothing() {
    database.owner.run("create policy oops on auth.roles using (true)");
    assertThat(database.app.in(acme).rows(ROLES)).containsExactly("fence builder");
  }

  @Test
  void a_login_of_both_groups_stays_inside_its_tenant() {
    Session both = database.memberOfBothGroups();
    assertThat(both.in(acme).rows(ROLES)).containsExactly("fence builder");
    assertThat(both.rows(ROLES)).isEmpty();
  }

  @Test
  void the_owner_is_fenced_as_well() {
    assertThat(database.owner.in(acme).rows(ROLES)).isEmpty();
    assertThat(database.owner.in(acme).refusal(insertRole(acme, "owned")))
        .isEqualTo("42501 new row violates row-level security policy for table \"roles\"");
  }

  @Test
  void a_system_session_sees_the_rows_of_all_tenants() {
    assertThat(database.admin.rows(ROLES)).containsExactly("fence builder", "gate keeper");
    assertThat(database.admin.rows(TENANTS)).containsExactly("acme", "globex");
  }

  @Test
  void a_row_is_locked_by_who_may_update_it() {
    assertThat(database.app.in(acme).rows(ROLES + " for update")).containsExactly("fence builder");
    assertThat(database.app.in(acme).refusal(TENANTS + " for share"))
        .isEqualTo("42501 permission denied for table tenants");
  }

  private static String insertRole(UUID tenant, String name) {
    return "insert into auth.roles (tenant_id, name) values ('%s', '%s')".formatted(tenant, name);
  }
}
