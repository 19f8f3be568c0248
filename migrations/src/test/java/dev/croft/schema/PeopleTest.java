package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PeopleTest {
  private static final String PEOPLE = "select email_address from public.users order by 1";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final UUID globex = database.tenant("globex");
  private final UUID mo = database.person("mo@example.test", acme);
  private final UUID kim = database.person("kim@example.test", globex);
  private final UUID sam = database.person("sam@example.test", acme, globex);
  private final Session session = database.app.in(acme);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_tenant_session_reads_its_members() {
    assertThat(session.rows(PEOPLE)).containsExactly("mo@example.test", "sam@example.test");
  }

  @Test
  void without_a_tenant_there_are_no_people() {
    assertThat(database.app.rows(PEOPLE)).isEmpty();
    assertThat(database.app.in("").rows(PEOPLE)).isEmpty();
  }

  @Test
  void people_of_no_membership_are_not_counted_or_joined_to() {
    assertThat(session.value("select count(*) from public.users")).isEqualTo("2");
    assertThat(
            session.rows(
                "select id from public.users right join (values ('%s'::uuid)) v (id) using (id)"
                        .formatted(kim)
                    + " where email_address is not null"))
        .isEmpty();
  }

  @Test
  void memberships_in_other_tenants_are_not_seen() {
    assertThat(session.rows("select tenant_id, user_id from public.tenant_users order by user_id"))
        .containsExactlyInAnyOrder(acme + "," + mo, acme + "," + sam);
  }

  @Test
  void a_person_cannot_be_made_a_member_in_order_to_be_seen() {
    String insert =
        "insert into public.tenant_users (tenant_id, user_id) values ('%s', '%s')"
            .formatted(acme, kim);
    assertThat(session.refusal(insert)).isEqualTo("42501 permission denied for table tenant_users");
    assertThat(session.refusal("update public.tenant_users set user_id = '" + kim + "'"))
        .isEqualTo("42501 permission denied for table tenant_users");
  }

  @Test
  void an_address_cannot_be_probed_by_a_duplicate() {
    assertThat(
            session.refusal(
                "insert into public.users (email_address) values ('kim@example.test')"
                    + " on conflict do nothing"))
        .isEqualTo("42501 permission denied for table users");
  }

  @Test
  void a_foreign_key_to_a_person_of_another_tenant_answers_as_if_there_were_none() {
    String role =
        session.value(
            "insert into auth.roles (tenant_id, name) values ('%s', 'any') returning id"
                .formatted(acme));
    assertThat(session.refusal(hold(role, kim)))
        .isEqualTo(session.refusal(hold(role, UUID.randomUUID())))
        .contains("user_roles_user_fk");
  }

  @Test
  void a_tenant_session_changes_and_locks_no_person() {
    assertThat(session.refusal("update public.users set email_address = 'x@example.test'"))
        .isEqualTo("42501 permission denied for table users");
    assertThat(session.refusal(PEOPLE + " for update"))
        .isEqualTo("42501 permission denied for table users");
  }

  @Test
  void a_membership_is_suspended_and_ended_by_its_tenant() {
    session.run(
        "update public.tenant_users set is_active = false where user_id = '" + sam + "'",
        "delete from public.tenant_users where user_id = '" + mo + "'");
    assertThat(session.rows(PEOPLE)).containsExactly("sam@example.test");
    assertThat(database.app.in(globex).rows("select is_active from public.tenant_users"))
        .containsExactly("t", "t");
  }

  @Test
  void a_permissive_policy_added_later_shows_nobody() {
    database.owner.run("create policy oops on public.users using (true)");
    assertThat(session.rows(PEOPLE)).containsExactly("mo@example.test", "sam@example.test");
  }

  @Test
  void an_address_is_unique_in_any_case_of_its_letters() {
    assertThat(
            database.admin.refusal(
                "insert into public.users (email_address) values ('MO@Example.test')"))
        .startsWith("23505 ")
        .contains("users_email_address_unique");
  }

  private String hold(String role, UUID person) {
    return "insert into auth.user_roles (tenant_id, user_id, role_id) values ('%s', '%s', '%s')"
        .formatted(acme, person, role);
  }
}
