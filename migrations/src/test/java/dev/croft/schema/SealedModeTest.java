package dev.croft.schema;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing a database, turning its keys, and what a token has to be. Its owner is no superuser. */
final class SealedModeTest {
  private static final byte[] OLD = "an old secret of thirty-two byte".getBytes(US_ASCII);
  private static final byte[] NEW =
      "a new secret that is as long as sixty-four bytes, no less at all".getBytes(US_ASCII);
  private static final String NOT_BELIEVED = "ST001 the tenant in app.tenant_id is not believed";
  private static final String ROLES = "select name from auth.roles order by name";
  private static final String POLICIES =
      """
      select distinct pg_get_expr(p.polqual, p.polrelid) from pg_policy p
      where p.polname like 'tenant%%' and p.polrelid = '%s'::regclass""";

  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final UUID acme = database.tenant("acme");
  private final UUID globex = database.tenant("globex");

  @BeforeEach
  void both_tenants_have_a_role_and_the_database_is_sealed() {
    database.person("ann@example.com", acme);
    database.app.in(acme).run(insert(acme, "fence builder"));
    database.app.in(globex).run(insert(globex, "gate keeper"));
    add("old", OLD);
    database.owner.run("select croft.seal()");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void add(String key, byte[] secret) {
    database.owner.run(
        "select croft.add_sealing_key('%s', '\\x%s')"
            .formatted(key, HexFormat.of().formatHex(secret)));
  }

  private static String insert(UUID tenant, String name) {
    return "insert into auth.roles (tenant_id, name) values ('%s', '%s')".formatted(tenant, name);
  }

  private Session sealed(UUID tenant) {
    return database.app.in(Token.of(tenant, "old", OLD));
  }

  @Test
  void a_token_enters_its_tenant() {
    assertThat(sealed(acme).rows(ROLES)).containsExactly("fence builder");
    assertThat(sealed(globex).rows(ROLES)).containsExactly("gate keeper");
    assertThat(sealed(acme).rows("select email_address from public.users"))
        .containsExactly("ann@example.com");
    assertThat(sealed(globex).rows("select email_address from public.users")).isEmpty();
    sealed(acme).run(insert(acme, "gardener"));
    assertThat(sealed(acme).refusal(insert(globex, "intruder"))).startsWith("42501 ");
  }

  @Test
  void the_plain_id_of_a_tenant_is_refused_and_without_any_tenant_there_is_nothing() {
    Session plain = database.app.in(acme);
    assertThat(plain.refusal(ROLES)).isEqualTo(NOT_BELIEVED);
    assertThat(plain.refusal("delete from auth.roles")).isEqualTo(NOT_BELIEVED);
    assertThat(plain.refusal(insert(acme, "intruder"))).isEqualTo(NOT_BELIEVED);
    assertThat(database.app.rows(ROLES)).isEmpty();
    assertThat(database.app.in("").rows(ROLES)).isEmpty();
  }

  @Test
  void the_current_tenant_is_that_of_the_token_and_in_plain_mode_that_of_the_setting() {
    String current = "select croft.current_tenant()";
    assertThat(sealed(acme).value(current)).isEqualTo(acme.toString());
    assertThat(database.app.in(acme).refusal(current)).isEqualTo(NOT_BELIEVED);
    assertThat(database.app.value(current)).isEmpty();
    database.owner.run("select croft.unseal()");
    assertThat(database.app.in(acme).value(current)).isEqualTo(acme.toString());
    assertThat(database.app.value(current)).isEmpty();
  }

  @Test
  void sealing_and_unsealing_change_the_two_policies_of_each_table_and_nothing_else() {
    String catalogue =
        "select schemaname, tablename, policyname, roles, cmd, qual from pg_policies"
            + " order by schemaname, tablename, policyname";
    var sealed = database.owner.rows(catalogue);
    database.owner.run("select croft.seal()");
    assertThat(database.owner.rows(catalogue)).isEqualTo(sealed);
    assertThat(database.owner.rows(POLICIES.formatted("auth.roles")))
        .containsExactly("(tenant_id = ( SELECT croft.sealed_tenant() AS sealed_tenant))");
    assertThat(database.owner.rows(POLICIES.formatted("public.tenants")))
        .containsExactly("(id = ( SELECT croft.sealed_tenant() AS sealed_tenant))");
    assertThat(database.owner.value(POLICIES.formatted("public.users")))
        .contains("sealed_tenant()")
        .doesNotContain("current_setting");
    database.owner.run("select croft.unseal()", "select croft.unseal()");
    assertThat(database.owner.rows(catalogue))
        .hasSameSizeAs(sealed)
        .noneMatch(policy -> policy.contains("sealed"));
    assertThat(database.app.in(acme).rows(ROLES)).containsExactly("fence builder");
    assertThat(database.app.refusal("select croft.sealed_tenant()")).startsWith("42501 ");
  }

  @Test
  void a_table_that_is_fenced_afterwards_is_sealed() {
    database.owner.run(Notes.create("title text"), Notes.FENCE);
    assertThat(database.owner.rows(POLICIES.formatted("public.notes")))
        .containsExactly("(tenant_id = ( SELECT croft.sealed_tenant() AS sealed_tenant))");
    database.owner.run("select croft.shared_table('public.users', via => 'public.tenant_users')");
    assertThat(sealed(acme).rows("select email_address from public.users"))
        .containsExactly("ann@example.com");
  }

  @Test
  void sealing_a_database_without_a_valid_key_is_refused_with_the_way_out() {
    database.owner.run(
        "select croft.unseal()", "update croft.sealing_keys set valid_until = now()");
    assertThat(database.owner.explanation("select croft.seal()"))
        .isEqualTo(
            """
            the database was not sealed: no sealing key is valid now
            No session could enter a tenant any more.
            Add one first: select croft.add_sealing_key(…).""");
  }

  @Test
  void a_policy_that_reads_the_setting_itself_is_refused_and_nothing_is_sealed() {
    database.owner.run(
        "select croft.unseal()",
        """
        create policy named on auth.roles as restrictive
        using (tenant_id::text = current_setting('app.tenant_id'))""");
    assertThat(database.owner.explanation("select croft.seal()"))
        .isEqualTo(
            """
            the database was not sealed: policy named on auth.roles reads app.tenant_id itself
            In a sealed database the setting is a token, which a policy has to verify.
            Compare with (select croft.current_tenant()) instead, or drop the policy.""");
    assertThat(database.owner.value("select croft.is_sealed()")).isEqualTo("f");
    assertThat(database.owner.value(POLICIES.formatted("auth.roles"))).contains("current_setting");
  }

  @Test
  void two_keys_are_believed_until_one_is_retired() {
    add("new", NEW);
    Session withNew = database.app.in(Token.of(acme, "new", NEW));
    assertThat(sealed(acme).rows(ROLES)).isEqualTo(withNew.rows(ROLES)).hasSize(1);
    database.owner.run("select croft.retire_sealing_key('old')");
    assertThat(sealed(acme).refusal(ROLES)).isEqualTo(NOT_BELIEVED);
    assertThat(withNew.rows(ROLES)).hasSize(1);
    assertThat(database.app.in(Token.of(acme, "new", OLD)).refusal(ROLES)).isEqualTo(NOT_BELIEVED);
  }

  @Test
  void a_key_is_believed_within_its_time_only() {
    database.owner.run(
        "select croft.add_sealing_key('later', '\\x%s', now() + interval '1 h', now() + interval '2 h')"
            .formatted(HexFormat.of().formatHex(NEW)));
    Session later = database.app.in(Token.of(acme, "later", NEW));
    assertThat(later.refusal(ROLES)).isEqualTo(NOT_BELIEVED);
    database.owner.run("update croft.sealing_keys set valid_from = now() where id = 'later'");
    assertThat(later.rows(ROLES)).hasSize(1);
  }

  @Test
  void the_last_valid_key_of_a_sealed_database_is_not_retired() {
    assertThat(database.owner.explanation("select croft.retire_sealing_key('old')"))
        .isEqualTo(
            """
            sealing key old was not retired: no other key is valid then
            No session could enter a tenant any more.
            Add its successor first: select croft.add_sealing_key(…).""");
    add("new", NEW);
    assertThat(database.owner.refusal("select croft.retire_sealing_key('olt')"))
        .isEqualTo("P0002 sealing key olt was not retired: there is none of that name");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 65})
  void a_secret_that_is_too_short_or_too_long_is_refused(int length) {
    assertThat(
            database.owner.refusal(
                "select croft.add_sealing_key('k', decode(repeat('00', %d), 'hex'))"
                    .formatted(length)))
        .isEqualTo("22023 sealing key k was not added: its secret is not 32 to 64 bytes long");
  }

  @Test
  void only_the_owner_reads_keys_and_a_grant_by_mistake_shows_none() {
    String keys = "select id from croft.sealing_keys";
    assertThat(database.app.refusal(keys)).startsWith("42501 ");
    assertThat(database.admin.refusal(keys)).startsWith("42501 ");
    database.owner.run("grant select, update on croft.sealing_keys to croft_app, croft_admin");
    assertThat(database.app.rows(keys)).isEmpty();
    assertThat(database.admin.rows(keys)).isEmpty();
    assertThat(database.owner.rows(keys)).containsExactly("old");
    assertThat(database.owner.value("select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select croft.seal()",
        "select croft.unseal()",
        "select croft.renew_policies()",
        "select croft.add_sealing_key('mine', decode(repeat('00', 32), 'hex'))",
        "select croft.retire_sealing_key('old')",
        "create or replace function croft.is_sealed() returns boolean return false",
        "create or replace function croft.sealed_tenant() returns uuid return null"
      })
  void sessions_neither_seal_nor_unseal_nor_turn_keys(String sql) {
    assertThat(sealed(acme).refusal(sql)).startsWith("42501 ");
    assertThat(database.admin.refusal(sql)).startsWith("42501 ");
  }

  @Test
  void a_temporary_type_of_the_caller_is_not_taken_for_one_of_the_catalogue() {
    database.superuser().run("grant temporary on database " + name() + " to public");
    assertThat(
            sealed(acme)
                .rows(
                    "create domain pg_temp.text as pg_catalog.text check (1 / 0 = 1)",
                    "create domain pg_temp.uuid as pg_catalog.uuid check (1 / 0 = 1)",
                    "create domain pg_temp.bytea as pg_catalog.bytea check (1 / 0 = 1)",
                    ROLES))
        .containsExactly("fence builder");
  }

  private String name() {
    return database.owner.value("select quote_ident(current_database())");
  }

  @Test
  void a_long_transaction_keeps_the_tenant_that_it_entered() {
    String token =
        Token.signed("v1.%s.%d.old".formatted(acme, Instant.now().getEpochSecond() + 2), OLD);
    assertThat(
            database
                .app
                .in(token)
                .rows("select pg_sleep(3)", "select now() < clock_timestamp()", ROLES))
        .containsExactly("fence builder");
    assertThat(database.app.in(token).refusal(ROLES)).isEqualTo(NOT_BELIEVED);
  }
}
