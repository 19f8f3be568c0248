package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RowLifeTest {
  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final Session session = database.app.in(acme);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_update_stamps_the_row_whatever_the_client_says() {
    String role = role("fence builder");
    assertThat(
            session.rows(
                "update auth.roles set updated_at = 'epoch' where id = '%s'".formatted(role)
                    + " returning updated_at = now(), updated_at > created_at"))
        .containsExactly("t,t");
  }

  @Test
  void deleting_a_role_takes_it_from_its_holders_and_its_permissions_along() {
    UUID mo = database.person("mo@example.test", acme);
    String role = role("fence builder");
    hold(role, mo);
    session.run("delete from auth.roles where id = '" + role + "'");
    assertThat(session.rows("select from auth.user_roles")).isEmpty();
    assertThat(session.rows("select from auth.role_permissions")).isEmpty();
  }

  @Test
  void ending_a_membership_ends_its_roles() {
    UUID mo = database.person("mo@example.test", acme);
    hold(role("fence builder"), mo);
    session.run("delete from public.tenant_users");
    assertThat(session.rows("select from auth.user_roles")).isEmpty();
    assertThat(session.rows("select name from auth.roles")).containsExactly("fence builder");
  }

  @Test
  void a_role_is_held_by_members_only() {
    String stranger = database.person("kim@example.test").toString();
    assertThat(
            session.refusal(
                "insert into auth.user_roles (tenant_id, user_id, role_id)"
                    + " values ('%s', '%s', '%s')".formatted(acme, stranger, role("any"))))
        .startsWith("23503 ")
        .contains("user_roles_user_fk");
  }

  @Test
  void deleting_a_tenant_removes_its_rows_and_no_person() {
    UUID mo = database.person("mo@example.test", acme);
    hold(role("fence builder"), mo);
    database.admin.run("delete from public.tenants where id = '" + acme + "'");
    assertThat(
            database.admin.rows(
                "select from public.tenant_users union all select from auth.roles"
                    + " union all select from auth.user_roles"))
        .isEmpty();
    assertThat(database.admin.rows("select email_address from public.users"))
        .containsExactly("mo@example.test");
  }

  @Test
  void a_permission_in_use_is_not_deleted() {
    UUID mo = database.person("mo@example.test", acme);
    hold(role("fence builder"), mo);
    assertThat(database.admin.refusal("delete from auth.permissions where name = 'user:read'"))
        .contains("role_permissions_permission_fk");
  }

  @Test
  void a_permission_is_named_by_resource_and_action() {
    assertThat(
            database.admin.refusal(
                "insert into auth.permissions (name, description) values ('Delete all', 'x')"))
        .startsWith("23514 ")
        .contains("permissions_name_check");
  }

  @Test
  void a_tenant_has_a_name_and_a_slug_that_fits_an_address() {
    String insert = "insert into public.tenants (name, slug) values ('%s', '%s')";
    assertThat(database.admin.refusal(insert.formatted(" ", "acme-2")))
        .contains("tenants_name_check");
    assertThat(database.admin.refusal(insert.formatted("Acme", "Acme--2")))
        .contains("tenants_slug_check");
    assertThat(database.admin.refusal(insert.formatted("Acme", "acme")))
        .contains("tenants_slug_unique");
  }

  private String role(String name) {
    return session.value(
        "insert into auth.roles (tenant_id, name) values ('%s', '%s') returning id"
            .formatted(acme, name));
  }

  private void hold(String role, UUID person) {
    session.run(
        "insert into auth.user_roles (tenant_id, user_id, role_id) values ('%s', '%s', '%s')"
            .formatted(acme, person, role),
        "insert into auth.role_permissions (tenant_id, role_id, permission_id)"
            + " select '%s', '%s', id from auth.permissions where name = 'user:read'"
                .formatted(acme, role));
  }
}
