package dev.croft.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the types forbid: each program beside the one that its author ought to have written. */
class MustNotCompileTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "RoleRepository.in(system);"
            + "| RoleRepository.in(acme);"
            + "| incompatible types: SystemSession cannot be converted to TenantSession",
        "MembershipRepository.in(system);"
            + "| MembershipRepository.in(acme);"
            + "| incompatible types: SystemSession cannot be converted to TenantSession",
        "UserRepository.in(system);"
            + "| UserRepository.in(acme);"
            + "| incompatible types: SystemSession cannot be converted to TenantSession",
        "system.transaction(tx -> { RoleRepository.in(tx); });"
            + "| acme.transaction(tx -> { RoleRepository.in(tx); });"
            + "| incompatible types: SystemSession cannot be converted to TenantSession"
      })
  void a_repository_of_tenant_data_from_a_system_session(
      String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "TenantRepository.in(acme);"
            + "| TenantRepository.in(system);"
            + "| incompatible types: TenantSession cannot be converted to SystemSession",
        "SystemUserRepository.in(acme);"
            + "| SystemUserRepository.in(system);"
            + "| incompatible types: TenantSession cannot be converted to SystemSession",
        "acme.transaction(tx -> { TenantRepository.in(tx); });"
            + "| system.transaction(tx -> { TenantRepository.in(tx); });"
            + "| incompatible types: TenantSession cannot be converted to SystemSession"
      })
  void a_repository_across_tenants_from_a_tenant_session(
      String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "RoleRepository.in();"
            + "| RoleRepository.in(acme);"
            + "| method in in class RoleRepository cannot be applied to given types;",
        "RoleRepository.in(acme.dsl());"
            + "| RoleRepository.in(acme);"
            + "| incompatible types: DSLContext cannot be converted to TenantSession",
        "new RoleRepository(acme);"
            + "| RoleRepository.in(acme);"
            + "| RoleRepository(TenantSession) has private access in RoleRepository"
      })
  void a_repository_without_a_session(String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SystemSession s = acme;"
            + "| SystemSession s = system;"
            + "| incompatible types: TenantSession cannot be converted to SystemSession",
        "SystemSession s = (SystemSession) acme;"
            + "| TenantSession s = (TenantSession) acme;"
            + "| incompatible types: TenantSession cannot be converted to SystemSession",
        "acme.writing();| system.writing();| cannot find symbol",
        "acme.forEachTenant(t -> {});| system.forEachTenant(t -> {});| cannot find symbol",
        "system.forEachTenant(t -> { TenantRepository.in(t); });"
            + "| system.forEachTenant(t -> { RoleRepository.in(t); });"
            + "| incompatible types: TenantSession cannot be converted to SystemSession",
        "AuditLogRepository.in(system);"
            + "| AuditLogRepository.in(acme);"
            + "| incompatible types: SystemSession cannot be converted to TenantSession",
        "SystemAuditLogRepository.in(acme);"
            + "| SystemAuditLogRepository.in(system);"
            + "| incompatible types: TenantSession cannot be converted to SystemSession",
        "Actor.login(\"postgres\");"
            + "| Actor.service(\"nightly\");"
            + "| login(String) is not public in Actor; cannot be accessed from outside package",
        "acme.system(\"look around\");| croft.system(\"look around\");| cannot find symbol",
        "croft.system();"
            + "| croft.system(\"look around\");"
            + "| no suitable method found for system(no arguments)"
      })
  void a_system_session_out_of_a_tenant_session_or_without_a_reason(
      String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "croft.tenant();"
            + "| croft.tenant(id);"
            + "| method tenant in class Croft cannot be applied to given types;",
        "croft.tenant(\"acme\");"
            + "| croft.tenant(id);"
            + "| incompatible types: String cannot be converted to TenantId",
        "croft.tenant(id.value());"
            + "| croft.tenant(id);"
            + "| incompatible types: UUID cannot be converted to TenantId",
        "croft.tenant(user);"
            + "| croft.tenant(id);"
            + "| incompatible types: UserId cannot be converted to TenantId",
        "new TenantSession(id, null, null);"
            + "| croft.tenant(id);"
            + "| TenantSession(TenantId,ConnectionProvider,TenantSession.ActingScope)"
            + " has private access in TenantSession",
        "TenantSession.open(null, id);"
            + "| croft.tenant(id);"
            + "| open(Sessions,TenantId) is not public in TenantSession;"
            + " cannot be accessed from outside package"
      })
  void a_tenant_session_other_than_of_a_tenant_id(String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "croft.pools.clear();| croft.close();| pools has private access in Croft",
        "new SystemSessions(null, null, null).open(\"a\", SystemOptions.defaults());"
            + "| croft.system(\"a\");"
            + "| SystemSessions(ConnectionPool,@Nullable Sessions,StatementObservers) has private"
            + " access in SystemSessions",
        "new Sessions(null, null, null, null).pool();"
            + "| croft.tenant(id);"
            + "| Sessions(ConnectionPool,@Nullable ConnectionPool,TenantSetting,"
            + "StatementObservers) has private access in Sessions",
        "acme.connections();| acme.dsl();| cannot find symbol"
      })
  void the_bare_pool(String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "RoleRepository.in(acme).find(id);"
            + "| RoleRepository.in(acme).find(new RoleId(id.value()));"
            + "| incompatible types: TenantId cannot be converted to RoleId",
        "RoleRepository.in(acme).find(user);"
            + "| RoleRepository.in(acme).find(new RoleId(user.value()));"
            + "| incompatible types: UserId cannot be converted to RoleId",
        "RoleRepository.in(acme).find(id.value());"
            + "| RoleRepository.in(acme).find(new RoleId(id.value()));"
            + "| incompatible types: UUID cannot be converted to RoleId"
      })
  void an_id_of_something_else(String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "acme.unchecked();"
            + "| acme.unchecked(\"reviewed\");"
            + "| method unchecked in class TenantSession cannot be applied to given types;",
        "croft.unchecked(\"reviewed\");"
            + "| acme.unchecked(\"reviewed\");"
            + "| cannot find symbol",
        "RoleRepository.in(acme.unchecked(\"reviewed\"));"
            + "| RoleRepository.in(acme);"
            + "| incompatible types: DSLContext cannot be converted to TenantSession"
      })
  void unchecked_sql_without_a_reason_or_a_tenant(String wrong, String right, String complaint) {
    check(wrong, right, complaint);
  }

  private static void check(String wrong, String right, String complaint) {
    assertThat(new Program(right).complaints()).isEmpty();
    assertThat(new Program(wrong).complaints()).startsWith(complaint);
  }
}
