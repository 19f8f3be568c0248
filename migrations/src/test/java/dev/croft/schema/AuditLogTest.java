package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What who may do with the audit logs, by SQL that no fence of a session has seen. */
final class AuditLogTest {
  private static final String ACTIONS = "select action from public.tenant_audit_log order by 1";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final UUID globex = database.tenant("globex");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_tenant_appends_to_its_own_log_and_reads_nothing_else() {
    database.app.in(acme).run(AuditLog.entry(acme, "role:create"));
    database.app.in(globex).run(AuditLog.entry(globex, "role:delete"));
    assertThat(database.app.in(acme).rows(ACTIONS)).containsExactly("role:create");
    assertThat(database.app.rows(ACTIONS)).isEmpty();
    assertThat(database.admin.rows(ACTIONS)).containsExactly("role:create", "role:delete");
  }

  @Test
  void a_tenant_writes_no_entry_for_another_one() {
    assertThat(database.app.in(acme).refusal(AuditLog.entry(globex, "role:create")))
        .isEqualTo(
            "42501 new row violates row-level security policy for table \"tenant_audit_log\"");
  }

  @Test
  void nobody_changes_or_removes_a_trail() {
    database.app.in(acme).run(AuditLog.entry(acme, "role:create"));
    database.admin.run(AuditLog.entry("role:create"));
    for (Session session : List.of(database.app.in(acme), database.admin)) {
      for (String attempt :
          List.of(
              "update public.tenant_audit_log set actor = 'someone else'",
              "delete from public.tenant_audit_log",
              "truncate public.tenant_audit_log")) {
        assertThat(session.refusal(attempt))
            .isEqualTo("42501 permission denied for table tenant_audit_log");
      }
    }
    for (String attempt :
        List.of(
            "update admin.audit_log set actor = 'someone else'",
            "delete from admin.audit_log",
            "truncate admin.audit_log")) {
      assertThat(database.admin.refusal(attempt))
          .isEqualTo("42501 permission denied for table audit_log");
    }
    assertThat(database.superuser().refusal("delete from admin.audit_log"))
        .startsWith("55000 ")
        .endsWith(" is append-only: DELETE refused");
  }

  @Test
  void the_log_of_the_system_is_out_of_a_tenant_s_reach() {
    assertThat(database.app.in(acme).refusal("select * from admin.audit_log"))
        .isEqualTo("42501 permission denied for schema admin");
    assertThat(database.app.in(acme).refusal(AuditLog.entry("role:create")))
        .isEqualTo("42501 permission denied for schema admin");
  }

  @Test
  void time_and_login_are_the_server_s_and_cannot_be_said() {
    assertThat(
            database
                .app
                .in(acme)
                .rows(
                    AuditLog.entry(acme, "role:create")
                        + " returning created_at = now() and login_role = session_user"))
        .containsExactly("t");
    for (String column : List.of("login_role", "created_at")) {
      String forged =
          AuditLog.entry(acme, "role:create")
              .replace("(tenant_id,", "(%s, tenant_id,".formatted(column))
              .replace("values (", "values (default, ");
      assertThat(database.app.in(acme).refusal(forged))
          .isEqualTo("42501 permission denied for table tenant_audit_log");
      assertThat(database.admin.refusal(forged))
          .isEqualTo("42501 permission denied for table tenant_audit_log");
    }
  }

  @Test
  void an_entry_holds_what_its_checks_say() {
    String good = AuditLog.entry("role:create");
    for (List<String> wrong :
        List.of(
            List.of("'role:create'", "'created a role'", "audit_log_action_check"),
            List.of("'role',", "'A role',", "audit_log_object_kind_check"),
            List.of("'a test'", "' '", "audit_log_reason_check"),
            List.of("'service'", "'ghost'", "audit_log_actor_kind_check"),
            List.of("'service', 'ops'", "'user', 'ann@example.com'", "audit_log_user_check"),
            List.of("'ops'", "' '", "audit_log_actor_check"))) {
      assertThat(database.admin.refusal(good.replace(wrong.get(0), wrong.get(1))))
          .startsWith("23514 ")
          .contains(wrong.get(2));
    }
  }

  @Test
  void a_trail_goes_with_its_tenant_and_in_no_other_way() {
    database.app.in(acme).run(AuditLog.entry(acme, "role:create"));
    database.app.in(globex).run(AuditLog.entry(globex, "role:create"));
    assertThat(database.admin.refusal("delete from public.tenant_audit_log"))
        .isEqualTo("42501 permission denied for table tenant_audit_log");
    assertThat(database.superuser().refusal("delete from public.tenant_audit_log"))
        .contains("append-only: DELETE refused");
    database.admin.run("delete from public.tenants where id = '" + acme + "'");
    assertThat(database.superuser().rows("select tenant_id from public.tenant_audit_log"))
        .containsExactly(globex.toString());
  }
}
