package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GrantsTest {
  private final MigratedDatabase database = MigratedDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void tenant_sessions_are_granted_this_and_no_more_on_tables() {
    assertThat(tableGrants("croft_app"))
        .containsExactly(
            "auth.baseline_grants SELECT",
            "auth.permissions SELECT",
            "auth.role_permissions DELETE INSERT SELECT",
            "auth.role_template_permissions SELECT",
            "auth.role_templates SELECT",
            "auth.roles DELETE INSERT SELECT",
            "auth.sso_connections DELETE INSERT SELECT",
            "auth.system_roles SELECT",
            "auth.user_roles DELETE INSERT SELECT",
            "billing.limit_overrides SELECT",
            "billing.limits SELECT",
            "billing.plan_limits SELECT",
            "billing.plan_price_references SELECT",
            "billing.plan_prices SELECT",
            "billing.plans SELECT",
            "billing.subscription_cancellations SELECT",
            "billing.subscription_periods SELECT",
            "billing.subscription_trials SELECT",
            "billing.subscriptions SELECT",
            "public.invitations DELETE INSERT SELECT",
            "public.tenant_audit_log SELECT",
            "public.tenant_logos DELETE INSERT SELECT",
            "public.tenant_metadata DELETE INSERT SELECT",
            "public.tenant_preferences DELETE INSERT SELECT",
            "public.tenant_user_email_addresses DELETE INSERT SELECT",
            "public.tenant_user_preferences DELETE INSERT SELECT",
            "public.tenant_user_role_names SELECT",
            "public.tenant_users DELETE SELECT",
            "public.tenants SELECT",
            "public.user_onboardings SELECT",
            "public.user_pictures SELECT",
            "public.user_profiles SELECT",
            "public.users SELECT");
  }

  @Test
  void tenant_sessions_update_neither_tenant_nor_key_nor_time_of_creation() {
    assertThat(
            database.owner.rows(
                """
                select attrelid::regclass || ' ' || string_agg(attname, ' ' order by attnum)
                from pg_attribute, aclexplode(attacl) acl
                where acl.grantee = 'croft_app'::regrole and acl.privilege_type = 'UPDATE'
                group by attrelid order by 1"""))
        .containsExactly(
            "auth.role_permissions updated_at",
            "auth.roles name description version updated_at",
            "auth.sso_connections name protocol issuer audience is_active version updated_at",
            "auth.user_roles updated_at",
            "invitations email_address role_id inviter_id token_hash status expires_at updated_at",
            "tenant_logos url version updated_at",
            "tenant_metadata metadata version updated_at",
            "tenant_preferences preferences version updated_at",
            "tenant_user_email_addresses email_address updated_at",
            "tenant_user_preferences preferences version updated_at",
            "tenant_users is_active version updated_at");
  }

  @Test
  void system_sessions_write_every_row_but_those_that_only_grow() {
    assertThat(tableGrants("croft_admin"))
        .containsExactly(
            "admin.audit_log SELECT",
            "admin.computes DELETE INSERT SELECT UPDATE",
            "admin.tenant_placements DELETE INSERT SELECT UPDATE",
            "auth.baseline_grants DELETE INSERT SELECT UPDATE",
            "auth.identity_scopes DELETE INSERT SELECT UPDATE",
            "auth.identity_tokens DELETE INSERT SELECT UPDATE",
            "auth.impersonations DELETE INSERT SELECT UPDATE",
            "auth.permissions DELETE INSERT SELECT UPDATE",
            "auth.role_permissions DELETE INSERT SELECT UPDATE",
            "auth.role_template_permissions DELETE INSERT SELECT UPDATE",
            "auth.role_templates DELETE INSERT SELECT UPDATE",
            "auth.roles DELETE INSERT SELECT UPDATE",
            "auth.session_tenants DELETE INSERT SELECT UPDATE",
            "auth.sessions DELETE INSERT SELECT UPDATE",
            "auth.sso_connections DELETE INSERT SELECT UPDATE",
            "auth.sso_domains DELETE INSERT SELECT UPDATE",
            "auth.sso_secrets DELETE INSERT SELECT UPDATE",
            "auth.system_roles DELETE INSERT SELECT UPDATE",
            "auth.user_bans DELETE INSERT SELECT UPDATE",
            "auth.user_identities DELETE INSERT SELECT UPDATE",
            "auth.user_passwords DELETE INSERT SELECT UPDATE",
            "auth.user_roles DELETE INSERT SELECT UPDATE",
            "auth.verifications DELETE INSERT SELECT UPDATE",
            "auth.verified_email_addresses DELETE INSERT SELECT UPDATE",
            "billing.customers DELETE INSERT SELECT UPDATE",
            "billing.limit_overrides DELETE INSERT SELECT UPDATE",
            "billing.limits DELETE INSERT SELECT UPDATE",
            "billing.plan_limits DELETE INSERT SELECT UPDATE",
            "billing.plan_price_references DELETE INSERT SELECT UPDATE",
            "billing.plan_prices DELETE INSERT SELECT UPDATE",
            "billing.plans DELETE INSERT SELECT UPDATE",
            "billing.subscription_cancellations DELETE INSERT SELECT UPDATE",
            "billing.subscription_periods DELETE INSERT SELECT UPDATE",
            "billing.subscription_references DELETE INSERT SELECT UPDATE",
            "billing.subscription_trials DELETE INSERT SELECT UPDATE",
            "billing.subscriptions DELETE INSERT SELECT UPDATE",
            "croft.environment INSERT SELECT",
            "croft.seed_runs SELECT",
            "public.invitations DELETE INSERT SELECT UPDATE",
            "public.tenant_audit_log SELECT",
            "public.tenant_logos DELETE INSERT SELECT UPDATE",
            "public.tenant_metadata DELETE INSERT SELECT UPDATE",
            "public.tenant_preferences DELETE INSERT SELECT UPDATE",
            "public.tenant_user_email_addresses DELETE INSERT SELECT UPDATE",
            "public.tenant_user_preferences DELETE INSERT SELECT UPDATE",
            "public.tenant_user_role_names SELECT",
            "public.tenant_users DELETE INSERT SELECT UPDATE",
            "public.tenants DELETE INSERT SELECT UPDATE",
            "public.user_birth_dates DELETE INSERT SELECT UPDATE",
            "public.user_onboardings DELETE INSERT SELECT UPDATE",
            "public.user_pictures DELETE INSERT SELECT UPDATE",
            "public.user_profiles DELETE INSERT SELECT UPDATE",
            "public.users DELETE INSERT SELECT UPDATE");
  }

  @Test
  void no_session_says_when_and_by_which_login_an_entry_was_written() {
    for (String group : new String[] {"croft_app", "croft_admin"}) {
      assertThat(
              database.owner.rows(
                  """
                  select attrelid::regclass || ' ' || string_agg(attname, ' ' order by attnum)
                  from pg_attribute, aclexplode(attacl) acl
                  where acl.grantee = '%s'::regrole and acl.privilege_type = 'INSERT'
                    and attrelid = 'public.tenant_audit_log'::regclass
                  group by attrelid"""
                      .formatted(group)))
          .containsExactly(
              "tenant_audit_log tenant_id id actor_kind actor action object_kind object_id reason"
                  + " before after");
    }
  }

  @Test
  void the_public_is_granted_no_table_and_no_function() {
    assertThat(
            database.owner.rows(
                """
                select relname from pg_class, aclexplode(relacl) acl
                where acl.grantee = 0 and relnamespace::regnamespace::text in ('public', 'auth', 'admin', 'billing')
                union all
                select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) acl
                where acl.grantee = 0 and pronamespace = 'croft'::regnamespace"""))
        .isEmpty();
  }

  @Test
  void sessions_call_three_functions() {
    assertThat(
            database.owner.rows(
                """
                select proname from pg_proc
                where pronamespace = 'croft'::regnamespace
                  and has_function_privilege('croft_app', oid, 'execute')
                  and has_function_privilege('croft_admin', oid, 'execute')
                order by 1"""))
        .containsExactly("current_tenant", "is_sealed", "uuid_v7");
    assertThat(database.app.refusal("select croft.tenant_table('auth.roles')"))
        .isEqualTo("42501 permission denied for function tenant_table");
  }

  @Test
  void sessions_create_nothing_anywhere() {
    assertThat(database.app.refusal("create table public.mine ()"))
        .isEqualTo("42501 permission denied for schema public");
    assertThat(database.app.refusal("create table auth.mine ()"))
        .isEqualTo("42501 permission denied for schema auth");
    assertThat(database.admin.refusal("create function croft.mine() returns int return 1"))
        .isEqualTo("42501 permission denied for schema croft");
    assertThat(database.app.refusal("truncate auth.roles"))
        .isEqualTo("42501 permission denied for table roles");
  }

  @Test
  void system_tables_are_out_of_reach_and_hidden_if_granted_by_mistake() {
    assertThat(database.app.refusal("select * from admin.audit_log"))
        .isEqualTo("42501 permission denied for schema admin");
    database.admin.run(AuditLog.entry("role:create"));
    database.owner.run(
        "grant usage on schema admin to croft_app", "grant select on admin.audit_log to croft_app");
    assertThat(database.app.rows("select * from admin.audit_log")).isEmpty();
  }

  @Test
  void fencing_again_covers_new_columns_and_takes_back_what_was_granted_beside_it() {
    database.owner.run(
        Notes.create(),
        Notes.FENCE,
        "alter table public.notes add column title text",
        "grant update, truncate, references, trigger on public.notes to croft_app",
        "grant select on public.notes to public",
        Notes.FENCE);
    assertThat(
            database.owner.rows(
                """
                select has_column_privilege('croft_app', 'public.notes', 'title', 'update'),
                  has_column_privilege('croft_app', 'public.notes', 'tenant_id', 'update'),
                  has_table_privilege('croft_app', 'public.notes', 'truncate, references, trigger')"""))
        .containsExactly("t,f,f");
    assertThat(
            database.owner.rows(
                "select relname from pg_class, aclexplode(relacl) acl"
                    + " where relname = 'notes' and acl.grantee = 0"))
        .isEmpty();
  }

  private List<String> tableGrants(String role) {
    return database.owner.rows(
        """
        select n.nspname || '.' || c.relname || ' '
          || string_agg(acl.privilege_type, ' ' order by acl.privilege_type)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
        where acl.grantee = '%s'::regrole
        group by n.nspname, c.relname
        order by 1"""
            .formatted(role));
  }
}
