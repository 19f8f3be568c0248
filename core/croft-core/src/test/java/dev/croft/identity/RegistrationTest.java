package dev.croft.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.access.AccessRepository;
import dev.croft.access.Role;
import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Person, profile, membership and role come into being together or not at all. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationTest {
  private Village village;
  private SystemSession system;
  private SystemMembershipRepository memberships;
  private SystemUserRepository people;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("register people").writing();
    memberships = SystemMembershipRepository.in(system);
    people = SystemUserRepository.in(system);
  }

  @AfterAll
  void close() {
    village.close();
  }

  @Test
  void a_registered_person_is_a_member_with_the_default_role_and_a_profile() {
    User kim =
        memberships.register(
            village.acmeId(),
            NewUser.of("Kim@Example.com", "Kim Roe")
                .named("Kim", "Roe")
                .reading(Locale.CANADA_FRENCH));
    assertThat(MembershipRepository.in(village.acme()).get(kim.id()).isActive()).isTrue();
    assertThat(AccessRepository.in(village.acme()).list(kim.id()))
        .extracting(Role::name)
        .containsExactly("user");
    UserProfile profile = UserProfileRepository.in(village.acme()).get(kim.id());
    assertThat(profile.fullName()).isEqualTo("Kim Roe");
    assertThat(profile.givenName()).contains("Kim");
    assertThat(profile.familyName()).contains("Roe");
    assertThat(profile.locale()).contains(Locale.CANADA_FRENCH);
    assertThat(people.findByEmailAddress("kim@EXAMPLE.com")).contains(kim);
    assertThat(UserRepository.in(village.globex()).find(kim.id())).isEmpty();
    assertThat(UserProfileRepository.in(village.globex()).find(kim.id())).isEmpty();
  }

  @Test
  void a_person_is_registered_without_a_tenant_too() {
    User lee = people.create(NewUser.of("lee@example.com", "Lee"));
    UserProfile profile = SystemUserProfileRepository.in(system).get(lee.id());
    assertThat(profile.givenName()).isEmpty();
    assertThat(profile.locale()).isEqualTo(Optional.empty());
  }

  @Test
  void where_any_of_it_is_refused_nothing_is_left() {
    NewUser nameless = NewUser.of("nameless@example.com", " ");
    assertThatThrownBy(() -> memberships.register(village.acmeId(), nameless))
        .isInstanceOf(CheckException.class);
    TenantId nowhere = new TenantId(UUID.randomUUID());
    NewUser stray = NewUser.of("stray@example.com", "Stray");
    assertThatThrownBy(() -> memberships.register(nowhere, stray))
        .isInstanceOf(NotFoundException.class);
    assertThat(people.findByEmailAddress("nameless@example.com")).isEmpty();
    assertThat(people.findByEmailAddress("stray@example.com")).isEmpty();
  }

  @Test
  void of_many_callers_with_one_address_one_succeeds() {
    int before = members();
    List<Future<User>> callers =
        Crowd.of(
            6,
            () ->
                memberships.register(
                    village.acmeId(), NewUser.of("Crowd@example.com", "One of many")));
    assertThat(Crowd.results(callers)).hasSize(1);
    assertThat(Crowd.failures(callers))
        .hasSize(5)
        .hasOnlyElementsOfType(DuplicateKeyException.class);
    assertThat(members()).isEqualTo(before + 1);
  }

  private int members() {
    return MembershipRepository.in(village.acme()).page(PageRequest.first(1000)).items().size();
  }

  @Test
  void what_is_told_of_it_names_nobody() {
    User pat = memberships.register(village.acmeId(), NewUser.of("pat@example.com", "Pat Doe"));
    List<AuditEntry> entries =
        SystemAuditLogRepository.in(system)
            .page(new AuditObject("user", pat.id().value()), PageRequest.first(10))
            .items();
    assertThat(entries).extracting(AuditEntry::action).containsExactly("user:create");
    assertThat(entries.getFirst().after()).isEmpty();
    assertThat(NewUser.of("pat@example.com", "Pat Doe")).hasToString("NewUser");
  }
}
