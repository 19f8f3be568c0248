package dev.croft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.AccessRepository;
import dev.croft.access.Role;
import dev.croft.access.RoleRepository;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.identity.UserId;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a test writes is undone at its end; until then each tenant sees its own. */
@CroftTest(changelog = "croft/changelog.xml", fresh = Fresh.TRANSACTION_PER_TEST)
class TransactionPerTestTest {
  private static List<String> names(TenantSession session) {
    return RoleRepository.in(session).page(PageRequest.first(9)).items().stream()
        .map(Role::name)
        .toList();
  }

  @BeforeEach
  void create(@Tenant("acme") TenantSession acme) {
    RoleRepository.in(acme).create("keeper");
  }

  @RepeatedTest(2)
  void what_a_test_wrote_is_gone_in_the_next(
      @Tenant("acme") TenantSession acme, @Tenant("globex") TenantSession globex) {
    assertThat(names(acme)).containsExactly("admin", "learner", "manager", "user", "keeper");
    assertThat(names(globex)).containsExactly("admin", "learner", "manager", "user");
    RoleRepository.in(acme).create("only once");
    RoleRepository.in(globex).create("keeper");
  }

  @Test
  void a_transaction_in_a_test_is_a_savepoint(@Tenant("acme") TenantSession acme) {
    assertThatThrownBy(() -> acme.transaction(tx -> RoleRepository.in(tx).create("keeper")))
        .isInstanceOf(DuplicateKeyException.class);
    acme.transaction(tx -> RoleRepository.in(tx).create("gardener"));
    assertThat(names(acme))
        .containsExactly("admin", "learner", "manager", "user", "keeper", "gardener");
  }

  @Test
  void people_are_known_although_they_were_registered_outside_of_it(
      @Tenant("acme") TenantSession acme, @Member(of = "acme", name = "ann") UserId ann) {
    RoleRepository roles = RoleRepository.in(acme);
    AccessRepository access = AccessRepository.in(acme);
    access.assign(roles.findByName("keeper").orElseThrow().id(), ann);
    assertThat(access.list(ann)).extracting(Role::name).containsExactly("keeper", "user");
  }
}
