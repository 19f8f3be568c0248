package dev.croft.identity;

import static dev.croft.schema.public_.Tables.USER_BIRTH_DATES;
import static dev.croft.schema.public_.Tables.USER_PROFILES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.StaleVersionException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.time.LocalDate;
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

/** What people tell of themselves, and to whom. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserProfileRepositoryTest {
  private static final String PICTURE = "https://pictures.example.com/1.png";

  private Village village;
  private SystemSession system;
  private SystemUserProfileRepository profiles;
  private UserProfileRepository acme;
  private UserProfileRepository globex;
  private int people;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("keep profiles").writing();
    profiles = SystemUserProfileRepository.in(system);
    acme = UserProfileRepository.in(village.acme());
    globex = UserProfileRepository.in(village.globex());
  }

  @AfterAll
  void close() {
    village.close();
  }

  private UserId person() {
    NewUser person = NewUser.of("person%d@example.com".formatted(++people), "Person " + people);
    return SystemMembershipRepository.in(system).register(village.acmeId(), person).id();
  }

  @Test
  void an_update_of_what_changed_since_it_was_read_is_refused() {
    UserProfile read = profiles.get(person());
    UserProfile renamed =
        profiles.update(
            read.named("Ann Lee", Optional.of("Ann"), Optional.of("Lee"))
                .reading(Optional.of(Locale.forLanguageTag("en-GB-u-hc-h23"))));
    assertThat(renamed.version()).isEqualTo(read.version() + 1);
    assertThatThrownBy(() -> profiles.update(read.renamed("Ann")))
        .isInstanceOf(StaleVersionException.class)
        .hasMessage(
            ("user profile %s was not changed: it has no row with version 1, so it changed or was"
                    + " deleted since it was read. Find it again, apply the change to the result,"
                    + " and update.")
                .formatted(read.userId()));
    assertThat(acme.find(read.userId())).contains(renamed);
    assertThat(profiles.update(renamed.renamed("Ann")).familyName()).isEmpty();
    assertThat(renamed.toString()).doesNotContain("Ann");
  }

  @Test
  void of_many_updates_of_one_version_one_succeeds() {
    UserProfile read = profiles.get(person());
    List<Future<UserProfile>> callers =
        Crowd.of(6, () -> profiles.update(read.renamed("Somebody")));
    assertThat(Crowd.results(callers)).hasSize(1);
    assertThat(Crowd.failures(callers)).hasOnlyElementsOfType(StaleVersionException.class);
  }

  @Test
  void who_was_registered_without_a_profile_gets_one_once() {
    UserId bob = village.bob().id();
    assertThat(acme.find(bob)).isEmpty();
    assertThatThrownBy(() -> acme.get(bob)).isInstanceOf(NotFoundException.class);
    UserProfile created = profiles.create(bob, "Bob");
    assertThat(acme.get(bob)).isEqualTo(created);
    assertThatThrownBy(() -> profiles.create(bob, "Robert"))
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> profiles.create(new UserId(UUID.randomUUID()), "Nobody"))
        .isInstanceOf(ForeignKeyException.class);
  }

  @Test
  void profiles_are_paged_within_the_tenant() {
    UserId first = person();
    UserId second = person();
    Page<UserProfile> page = acme.page(PageRequest.first(1000));
    assertThat(page.items()).extracting(UserProfile::userId).containsSubsequence(first, second);
    PageRequest one = PageRequest.first(1);
    Page<UserProfile> start = acme.page(one);
    assertThat(acme.page(one.after(start.next().orElseThrow())).items())
        .containsExactly(page.items().get(1));
  }

  @Test
  void of_a_deleted_person_nothing_is_shown_until_they_are_restored() {
    UserId person = person();
    profiles.setPicture(person, PICTURE);
    profiles.completeOnboarding(person);
    profiles.setBirthDate(person, LocalDate.of(1990, 5, 17));
    SystemUserRepository users = SystemUserRepository.in(system);
    users.delete(users.find(person).orElseThrow());
    assertThat(acme.find(person)).isEmpty();
    assertThat(acme.picture(person)).isEmpty();
    assertThat(acme.onboardedAt(person)).isEmpty();
    assertThat(profiles.find(person)).isEmpty();
    assertThat(profiles.birthDate(person)).isEmpty();
    users.restore(person);
    assertThat(acme.find(person)).isPresent();
    assertThat(profiles.birthDate(person)).contains(LocalDate.of(1990, 5, 17));
  }

  @Test
  void a_picture_is_shown_replaced_and_taken_away() {
    UserId person = person();
    profiles.setPicture(person, "https://pictures.example.com/0.png");
    profiles.setPicture(person, PICTURE);
    assertThat(acme.picture(person)).isEqualTo(profiles.picture(person)).contains(PICTURE);
    profiles.removePicture(person);
    profiles.removePicture(person);
    assertThat(acme.picture(person)).isEmpty();
    assertThatThrownBy(() -> profiles.setPicture(person, "http://pictures.example.com/1.png"))
        .isInstanceOf(CheckException.class);
    assertThat(actions(person))
        .containsExactly(
            "user:remove_picture", "user:set_picture", "user:set_picture", "user:create");
  }

  private List<String> actions(UserId person) {
    return SystemAuditLogRepository.in(system)
        .page(new AuditObject("user", person.value()), PageRequest.first(100))
        .items()
        .stream()
        .map(AuditEntry::action)
        .toList();
  }

  @Test
  void the_first_end_of_the_introduction_is_kept() {
    UserId person = person();
    assertThat(profiles.onboardedAt(person)).isEmpty();
    List<Future<Boolean>> callers =
        Crowd.of(
            4,
            () -> {
              profiles.completeOnboarding(person);
              return true;
            });
    assertThat(Crowd.results(callers)).hasSize(4);
    Optional<Instant> first = profiles.onboardedAt(person);
    profiles.completeOnboarding(person);
    assertThat(acme.onboardedAt(person)).isPresent().isEqualTo(first);
    assertThat(actions(person)).containsExactly("user:complete_onboarding", "user:create");
  }

  @Test
  void a_birth_date_is_for_the_system_alone() {
    UserId person = person();
    profiles.setBirthDate(person, LocalDate.of(1990, 5, 18));
    profiles.setBirthDate(person, LocalDate.of(1990, 5, 17));
    assertThat(profiles.birthDate(person)).contains(LocalDate.of(1990, 5, 17));
    assertThatThrownBy(() -> village.acme().dsl().fetchCount(USER_BIRTH_DATES))
        .isInstanceOf(StatementRefusedException.class);
    profiles.removeBirthDate(person);
    assertThat(profiles.birthDate(person)).isEmpty();
    assertThatThrownBy(() -> profiles.setBirthDate(person, LocalDate.of(1899, 12, 31)))
        .isInstanceOf(CheckException.class);
  }

  @Test
  void of_people_who_are_not_members_a_tenant_learns_nothing() {
    UserId person = person();
    profiles.setPicture(person, PICTURE);
    profiles.completeOnboarding(person);
    assertThat(globex.find(person)).isEmpty();
    assertThat(globex.picture(person)).isEmpty();
    assertThat(globex.onboardedAt(person)).isEmpty();
    assertThat(globex.page(PageRequest.first(1000)).items())
        .noneMatch(profile -> profile.userId().equals(person));
    UserId nobody = new UserId(UUID.randomUUID());
    assertThat(messageOfGet(person))
        .isEqualTo(messageOfGet(nobody).replace(nobody.toString(), person.toString()));
    SystemMembershipRepository.in(system).create(village.globexId(), person);
    assertThat(globex.find(person)).isPresent();
  }

  private String messageOfGet(UserId user) {
    try {
      return globex.get(user).toString();
    } catch (NotFoundException e) {
      return e.getMessage();
    }
  }

  @Test
  void a_tenant_writes_no_profile() {
    UserId person = person();
    assertThatThrownBy(
            () ->
                village
                    .acme()
                    .dsl()
                    .update(USER_PROFILES)
                    .set(USER_PROFILES.FULL_NAME, "Mallory")
                    .where(USER_PROFILES.USER_ID.eq(person.value()))
                    .execute())
        .hasMessageContaining("user_profiles");
    assertThat(profiles.get(person).fullName()).startsWith("Person");
  }
}
