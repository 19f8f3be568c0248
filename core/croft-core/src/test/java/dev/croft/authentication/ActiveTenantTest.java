package dev.croft.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.NotFoundException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.identity.Membership;
import dev.croft.identity.MembershipRepository;
import dev.croft.identity.NewTenant;
import dev.croft.identity.NewUser;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.Tenant;
import dev.croft.identity.TenantRepository;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.session.SystemSession;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A session works in a tenant as long as its person may. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActiveTenantTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private Village village;
  private SystemSession system;
  private UserSessionRepository sessions;
  private int people;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("choose tenants").writing();
    sessions = UserSessionRepository.in(system);
  }

  @AfterAll
  void close() {
    village.close();
  }

  private UserId person() {
    NewUser person = NewUser.of("person%d@example.com".formatted(++people), "Person " + people);
    return SystemMembershipRepository.in(system).register(village.acmeId(), person).id();
  }

  private OpenedSession open(UserId user) {
    return sessions.open(NewUserSession.of(user, HOUR));
  }

  @Test
  void a_session_works_in_a_tenant_of_its_person_s_alone() {
    UserId person = person();
    OpenedSession opened = open(person);
    UserSessionId id = opened.session().id();
    assertThat(sessions.chooseTenant(id, village.acmeId()).activeTenant())
        .contains(village.acmeId());
    assertThatThrownBy(() -> sessions.chooseTenant(id, village.globexId()))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            ("active membership in tenant %s was not found: this session sees no such row. Use find"
                    + " to handle absence, or check that the id belongs to the session's tenant.")
                .formatted(village.globexId()));
    TenantId nowhere = new TenantId(UUID.randomUUID());
    assertThatThrownBy(() -> sessions.chooseTenant(id, nowhere))
        .isInstanceOf(NotFoundException.class);
    assertThat(sessions.find(opened.token()).orElseThrow().activeTenant())
        .contains(village.acmeId());
    SystemMembershipRepository.in(system).create(village.globexId(), person);
    sessions.chooseTenant(id, village.globexId());
    OpenedSession refreshed = sessions.refresh(opened.token(), HOUR).orElseThrow();
    assertThat(refreshed.session().activeTenant()).contains(village.globexId());
    sessions.leaveTenant(id);
    sessions.leaveTenant(id);
    assertThat(sessions.find(refreshed.token()).orElseThrow().activeTenant()).isEmpty();
  }

  @Test
  void a_membership_that_rests_or_ended_is_no_active_tenant() {
    UserId person = person();
    OpenedSession opened = open(person);
    UserSessionId id = opened.session().id();
    sessions.chooseTenant(id, village.acmeId());
    MembershipRepository memberships = MembershipRepository.in(village.acme());
    Membership resting = memberships.update(memberships.get(person).deactivated());
    assertThat(sessions.find(opened.token()).orElseThrow().activeTenant()).isEmpty();
    assertThatThrownBy(() -> sessions.chooseTenant(id, village.acmeId()))
        .isInstanceOf(NotFoundException.class);
    Membership active = memberships.update(resting.reactivated());
    assertThat(sessions.find(opened.token()).orElseThrow().activeTenant()).isPresent();
    memberships.delete(active);
    assertThat(sessions.find(opened.token()).orElseThrow().activeTenant()).isEmpty();
  }

  @Test
  void a_tenant_that_is_suspended_or_deleted_is_no_active_tenant() {
    TenantRepository tenants = TenantRepository.in(system);
    Tenant initech = tenants.create(new NewTenant("Initech", "initech"));
    UserId person = person();
    SystemMembershipRepository.in(system).create(initech.id(), person);
    OpenedSession opened = open(person);
    UserSessionId id = opened.session().id();
    sessions.chooseTenant(id, initech.id());
    Tenant suspended = tenants.update(initech.suspended());
    assertThat(sessions.find(opened.token()).orElseThrow().activeTenant()).isEmpty();
    assertThatThrownBy(() -> sessions.chooseTenant(id, initech.id()))
        .isInstanceOf(NotFoundException.class);
    tenants.delete(tenants.update(suspended.reactivated()));
    assertThat(sessions.find(opened.token()).orElseThrow().activeTenant()).isEmpty();
    assertThatThrownBy(() -> sessions.chooseTenant(id, initech.id()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_tenant_is_chosen_by_many_at_once() {
    OpenedSession opened = open(person());
    UserSessionId id = opened.session().id();
    List<Future<UserSession>> callers =
        Crowd.of(6, () -> sessions.chooseTenant(id, village.acmeId()));
    assertThat(Crowd.results(callers)).hasSize(6);
  }
}
