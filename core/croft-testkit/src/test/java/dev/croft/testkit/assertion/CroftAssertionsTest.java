package dev.croft.testkit.assertion;

import static dev.croft.schema.auth.Tables.PERMISSIONS;
import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.auth.Tables.SSO_CONNECTIONS;
import static dev.croft.schema.auth.Tables.USER_ROLES;
import static dev.croft.schema.public_.Tables.USERS;
import static dev.croft.testkit.assertion.CroftAssertions.assertThat;
import static dev.croft.testkit.assertion.CroftAssertions.assertThatRows;
import static dev.croft.testkit.assertion.CroftAssertions.assertThatSql;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.RoleRepository;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import dev.croft.testkit.CroftTest;
import dev.croft.testkit.Reason;
import dev.croft.testkit.Tenant;
import dev.croft.testkit.TestkitException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@CroftTest(changelog = "croft/changelog.xml")
class CroftAssertionsTest {
  @Test
  void sql_is_compared_without_quotes_and_values(@Tenant("acme") TenantSession acme) {
    assertThatSql(acme.dsl().select(ROLES.NAME).from(ROLES).where(ROLES.NAME.eq("keeper")))
        .isEqualTo(
            "select auth.roles.name from auth.roles where (auth.roles.tenant_id = cast(? as uuid)"
                + " and auth.roles.name = ?)")
        .isFenced();
  }

  @Test
  void every_kind_of_statement_of_a_tenant_s_session_is_fenced(@Tenant("acme") TenantSession acme) {
    DSLContext dsl = acme.dsl();
    var other = ROLES.as("other");
    assertThatSql(
            dsl.select(other.NAME, USERS.EMAIL_ADDRESS)
                .from(ROLES)
                .join(other)
                .on(other.NAME.eq(ROLES.NAME))
                .join(USER_ROLES)
                .on(USER_ROLES.ROLE_ID.eq(ROLES.ID))
                .leftJoin(USERS)
                .on(USERS.ID.eq(USER_ROLES.USER_ID)))
        .isFenced();
    assertThatSql(dsl.select(USER_ROLES.role().NAME).from(USER_ROLES)).isFenced();
    assertThatSql(dsl.insertInto(ROLES).set(ROLES.NAME, "keeper")).isFenced();
    assertThatSql(dsl.update(ROLES).set(ROLES.NAME, "keeper")).isFenced();
    assertThatSql(dsl.deleteFrom(other)).isFenced();
    assertThatSql(dsl.selectFrom(ROLES).union(dsl.selectFrom(ROLES))).isFenced();
  }

  @Test
  void a_statement_that_no_tenant_s_session_made_is_not_fenced(
      @Reason("look at all roles") SystemSession system) {
    assertThatThrownBy(() -> assertThatSql(system.dsl().select(ROLES.NAME).from(ROLES)).isFenced())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "auth.roles is named 1 times and has the tenant's predicate 0 times in%n".formatted()
                + "  select auth.roles.name from auth.roles%n".formatted()
                + "Make the query with the dsl() of a tenant's session.");
  }

  @Test
  void a_statement_without_tenants_rows_has_nothing_to_be_fenced(
      @Tenant("acme") TenantSession acme) {
    assertThatThrownBy(
            () -> assertThatSql(acme.dsl().select(PERMISSIONS.NAME).from(PERMISSIONS)).isFenced())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("to name a table that holds tenants' rows.");
  }

  @Test
  void rows_are_those_of_the_session_s_tenant(
      @Tenant("acme") TenantSession acme, @Tenant("globex") TenantSession globex) {
    assertThatRows(acme, ROLES)
        .areOfOneTenant()
        .extracting(role -> role.get(ROLES.NAME))
        .containsExactlyInAnyOrder("admin", "learner", "manager", "user");
    assertThat(globex).cannotSee(acme, ROLES);
  }

  @Test
  void that_nothing_is_seen_of_a_tenant_without_rows_is_not_accepted(
      @Tenant("acme") TenantSession acme, @Tenant("globex") TenantSession globex) {
    assertThatThrownBy(() -> assertThat(globex).cannotSee(acme, SSO_CONNECTIONS))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Tenant %s has no row of auth.sso_connections, so that %s sees none shows nothing. Create one"
                + " first.",
            acme.tenant(), globex.tenant());
  }

  @Test
  void a_row_that_is_seen_is_found(@Tenant("acme") TenantSession acme) {
    RoleRepository.in(acme).create("keeper");
    assertThatThrownBy(() -> assertThat(acme).cannotSee(acme, ROLES))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Tenant %s sees 5 of the 5 rows that tenant %s has in auth.roles.",
            acme.tenant(), acme.tenant());
  }

  @Test
  void a_table_that_is_no_tenant_s_is_refused(@Tenant("acme") TenantSession acme) {
    assertThatThrownBy(() -> assertThatRows(acme, PERMISSIONS))
        .isInstanceOf(TestkitException.class)
        .hasMessage(
            "Nothing was asserted about the rows of permissions: it is not a generated table of"
                + " tenant scope. Give a table that croft.tenant_table() fenced, from the classes"
                + " that the build generates.");
  }
}
