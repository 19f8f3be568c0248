package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BaseSchemaTest {
  private static final String TABLES =
      """
      with base as (
        select c.oid, c.relname, c.oid::regclass as name, croft.table_tag(c.oid, 'scope') as scope
        from pg_class c
        where c.relkind in ('r', 'p') and not c.relispartition
          and c.relnamespace::regnamespace::text in ('public', 'auth', 'admin', 'billing')
      )
      """;
  private static final String SENTENCE =
      "'^[A-Z].*[.](\\n@[a-z-]+( [a-z_. ]+)?|\\ncroft:allow [a-z-]+ [^\\n]+)*$'";

  private final MigratedDatabase database = MigratedDatabase.fresh();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void every_table_has_its_scope() {
    assertThat(rows("select name || ' ' || scope from base order by name::text"))
        .containsExactly(
            "admin.audit_log system",
            "admin.computes system",
            "admin.tenant_placements system",
            "auth.baseline_grants tenant",
            "auth.identity_scopes system",
            "auth.identity_tokens system",
            "auth.impersonations system",
            "auth.permissions global",
            "auth.role_permissions tenant",
            "auth.role_template_permissions global",
            "auth.role_templates global",
            "auth.roles tenant",
            "auth.session_tenants system",
            "auth.sessions system",
            "auth.sso_connections tenant",
            "auth.sso_domains system",
            "auth.sso_secrets system",
            "auth.system_roles tenant",
            "auth.user_bans system",
            "auth.user_identities system",
            "auth.user_passwords system",
            "auth.user_roles tenant",
            "auth.verifications system",
            "auth.verified_email_addresses system",
            "billing.customers system",
            "billing.limit_overrides tenant",
            "billing.limits global",
            "billing.plan_limits global",
            "billing.plan_price_references global",
            "billing.plan_prices global",
            "billing.plans global",
            "billing.subscription_cancellations tenant",
            "billing.subscription_periods tenant",
            "billing.subscription_references system",
            "billing.subscription_trials tenant",
            "billing.subscriptions tenant",
            "invitations tenant",
            "tenant_audit_log tenant",
            "tenant_logos tenant",
            "tenant_metadata tenant",
            "tenant_preferences tenant",
            "tenant_user_email_addresses tenant",
            "tenant_user_preferences tenant",
            "tenant_users tenant",
            "tenants tenant",
            "user_birth_dates system",
            "user_onboardings shared via public.tenant_users",
            "user_pictures shared via public.tenant_users",
            "user_profiles shared via public.tenant_users",
            "users shared via public.tenant_users");
  }

  @Test
  void no_table_breaks_a_rule_of_its_scope() {
    assertThat(
            rows(
                """
                select base.name, broken.rule from base, croft.broken_rules(
                  base.oid, base.scope,
                  case base.name::text when 'tenants' then 'id'::name else 'tenant_id' end,
                  case when base.scope like 'shared%' then 'public.tenant_users'::regclass end) broken"""))
        .isEmpty();
  }

  @Test
  void every_table_and_column_is_described_by_a_sentence() {
    assertThat(
            rows(
                """
                select base.name, a.attname from base
                join pg_attribute a on a.attrelid = base.oid and a.attnum >= 0 and not a.attisdropped
                where col_description(base.oid, a.attnum) ~ %1$s is not true
                union all
                select base.name, '' from base
                where obj_description(base.oid, 'pg_class') ~ %1$s is not true"""
                    .formatted(SENTENCE)))
        .isEmpty();
  }

  @Test
  void personal_columns_say_so() {
    assertThat(
            rows(
                """
                select base.name || '.' || a.attname || substring(d.description from ' *@pii.*$')
                from base
                join pg_description d on d.objoid = base.oid and d.description like '%@pii%'
                join pg_attribute a on a.attrelid = base.oid and a.attnum = d.objsubid
                order by 1"""))
        .containsExactly(
            "admin.audit_log.actor@pii identity",
            "auth.identity_tokens.encrypted_token@pii credential",
            "auth.sessions.ip_address@pii technical",
            "auth.sessions.token_hash@pii credential",
            "auth.sessions.user_agent@pii technical",
            "auth.sso_secrets.encrypted_secret@pii credential",
            "auth.user_bans.reason@pii conduct",
            "auth.user_identities.subject@pii identity",
            "auth.user_passwords.password_hash@pii credential",
            "auth.verifications.identifier@pii contact",
            "auth.verifications.value_hash@pii credential",
            "auth.verified_email_addresses.email_address@pii contact",
            "invitations.email_address@pii contact",
            "tenant_audit_log.actor@pii identity",
            "tenant_user_email_addresses.email_address@pii contact",
            "tenant_user_preferences.preferences@pii preference",
            "tenant_user_preferences.theme@pii preference",
            "user_birth_dates.birth_date@pii identity",
            "user_pictures.url@pii identity",
            "user_profiles.family_name@pii identity",
            "user_profiles.full_name@pii identity",
            "user_profiles.given_name@pii identity",
            "user_profiles.locale@pii preference",
            "users.email_address@pii contact");
  }

  @Test
  void every_constraint_and_index_is_named_after_its_table() {
    assertThat(
            rows(
                """
                select n.name from base, lateral (
                  select conname as name from pg_constraint
                  where conrelid = base.oid and contype <> 'n'
                  union
                  select relname from pg_index join pg_class on pg_class.oid = indexrelid
                  where indrelid = base.oid) n
                where n.name !~ ('^' || base.relname || '_.*(pk|fk|unique|check|idx)$')"""))
        .isEmpty();
  }

  @Test
  void every_fence_has_the_same_three_policies() {
    assertThat(
            rows(
                """
                select distinct base.scope, p.polname, p.polpermissive, p.polcmd,
                  p.polroles::regrole[],
                  pg_get_expr(p.polqual, base.oid) = pg_get_expr(p.polwithcheck, base.oid)
                from base join pg_policy p on p.polrelid = base.oid
                where base.scope like 'tenant%' and p.polname not like 'append_only%' order by 2"""))
        .containsExactly(
            "tenant,system_rows,t,*,{croft_admin},t",
            "tenant,tenant_guard,f,*,{croft_app},t",
            "tenant,tenant_rows,t,*,{croft_app},t");
  }

  @Test
  void the_policies_compare_the_tenant_with_the_setting_once_a_query() {
    assertThat(
            rows(
                """
                select distinct replace(pg_get_expr(p.polqual, base.oid), '(id =', '(tenant_id =')
                from base join pg_policy p on p.polrelid = base.oid
                where base.scope = 'tenant' and p.polname like 'tenant%'"""))
        .containsExactly(
            "(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true),"
                + " ''::text))::uuid AS \"nullif\"))");
  }

  @Test
  void what_only_grows_has_two_more_policies_for_everybody() {
    assertThat(
            rows(
                """
                select base.name, p.polname, p.polpermissive, p.polcmd, p.polroles::regrole[],
                  pg_get_expr(p.polqual, base.oid), pg_get_expr(p.polwithcheck, base.oid)
                from base join pg_policy p on p.polrelid = base.oid
                where p.polname like 'append_only%' order by 1, 2"""))
        .containsExactly(
            "admin.audit_log,append_only_delete,f,d,{-},false,",
            "admin.audit_log,append_only_update,f,w,{-},false,false",
            "tenant_audit_log,append_only_delete,f,d,{-},false,",
            "tenant_audit_log,append_only_update,f,w,{-},false,false");
  }

  @Test
  void both_audit_logs_have_partitions_for_this_month_and_twelve_more_and_all_are_closed() {
    assertThat(
            rows(
                """
                select base.name, count(*),
                  bool_and(c.relrowsecurity and c.relforcerowsecurity),
                  count(acl.grantee) filter (where acl.grantee <> c.relowner),
                  count(p.oid)
                from base cross join lateral croft.partitions(base.oid) part
                join pg_class c on c.oid = part.part
                left join lateral aclexplode(c.relacl) acl on acl.privilege_type = 'SELECT'
                left join pg_policy p on p.polrelid = c.oid
                group by 1 order by 1"""))
        .containsExactly("admin.audit_log,13,t,0,0", "tenant_audit_log,13,t,0,0");
  }

  @Test
  void row_level_security_is_forced_on_every_table_but_global_ones() {
    assertThat(
            rows(
                "select name from base join pg_class c using (oid)"
                    + " where not (c.relrowsecurity and c.relforcerowsecurity)"))
        .containsExactly(
            "auth.permissions",
            "auth.role_templates",
            "auth.role_template_permissions",
            "billing.plans",
            "billing.limits",
            "billing.plan_limits",
            "billing.plan_prices",
            "billing.plan_price_references");
  }

  @Test
  void every_function_is_pinned_to_the_catalogue_and_all_but_one_run_as_their_caller() {
    assertThat(
            database.owner.rows(
                """
                select proname, prosecdef, proconfig from pg_proc
                where pronamespace = 'croft'::regnamespace
                  and (prosecdef or proconfig is distinct from array['search_path=""']
                    or obj_description(oid, 'pg_proc') is null)"""))
        .containsExactly("sealed_tenant,t,{\"search_path=pg_catalog, pg_temp\"}");
  }

  @Test
  void the_base_permissions_are_there() {
    assertThat(
            database.app.rows(
                """
                select split_part(name, ':', 1), string_agg(split_part(name, ':', 2), ' '
                  order by name) from auth.permissions group by 1 order by 1"""))
        .containsExactly(
            "audit,read",
            "billing,read update",
            "invitation,create delete read",
            "membership,create delete read update",
            "role,create delete read update",
            "sso,read update",
            "tenant,read update",
            "user,create delete read update");
  }

  private List<String> rows(String query) {
    return database.owner.rows(TABLES + query);
  }
}
