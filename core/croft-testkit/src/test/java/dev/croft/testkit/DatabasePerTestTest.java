package dev.croft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.access.Role;
import dev.croft.access.RoleRepository;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.User;
import dev.croft.identity.UserId;
import dev.croft.identity.UserRepository;
import dev.croft.isolation.TenantId;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A test writes what it likes, and finds nothing of what another wrote. */
@CroftTest(changelog = "croft/changelog.xml")
class DatabasePerTestTest {
  private final RoleRepository acme;

  DatabasePerTestTest(@Tenant("acme") TenantSession acme) {
    this.acme = RoleRepository.in(acme);
  }

  @BeforeEach
  void create(@Tenant("acme") TenantSession same) {
    RoleRepository.in(same).create("keeper");
  }

  @RepeatedTest(2)
  void a_constructor_a_before_method_and_a_test_share_one_database_and_one_tenant() {
    assertThat(acme.findByName("keeper")).isPresent();
    acme.create("only once");
  }

  @Test
  void two_names_are_two_tenants(@Tenant("globex") TenantSession globex) {
    assertThat(RoleRepository.in(globex).findByName("keeper")).isEmpty();
  }

  @Test
  void one_name_is_one_tenant(@Tenant("acme") TenantId id, @Tenant("acme") TenantSession session) {
    assertThat(session.tenant()).isEqualTo(id);
  }

  @Test
  void a_member_belongs_to_the_tenants_that_are_named_and_to_no_other(
      @Member(of = "acme", name = "ann") UserId ann,
      @Member(
              of = {"acme", "globex"},
              name = "max")
          User max,
      @Tenant("acme") TenantSession acme,
      @Tenant("globex") TenantSession globex) {
    assertThat(UserRepository.in(acme).page(PageRequest.first(9)).items())
        .extracting(User::id)
        .containsExactlyInAnyOrder(ann, max.id());
    assertThat(UserRepository.in(globex).page(PageRequest.first(9)).items()).containsExactly(max);
    assertThat(max.emailAddress()).isEqualTo("max@example.com");
  }

  @Test
  void the_system_reaches_across_tenants_for_a_reason(
      @Reason("count them") SystemSession system, @Tenant("globex") TenantId globex) {
    assertThat(system.reason()).isEqualTo("count them");
    assertThat(TenantRepository.in(system).page(PageRequest.first(9)).items()).hasSize(2);
  }

  @Test
  void an_application_may_open_its_own_croft(
      CroftConfig config, Croft given, @Tenant("acme") TenantId id) {
    try (Croft own = Croft.open(config)) {
      assertThat(RoleRepository.in(own.tenant(id)).page(PageRequest.first(9)).items())
          .isEqualTo(RoleRepository.in(given.tenant(id)).page(PageRequest.first(9)).items());
    }
  }

  @Nested
  class InANestedClass {
    @Test
    void the_same_database_serves_the_test(@Tenant("acme") TenantSession session) {
      assertThat(RoleRepository.in(session).page(PageRequest.first(9)).items())
          .extracting(Role::name)
          .containsExactly("admin", "learner", "manager", "user", "keeper");
    }
  }
}
