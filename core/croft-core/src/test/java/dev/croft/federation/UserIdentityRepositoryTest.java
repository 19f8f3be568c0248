package dev.croft.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.exception.NotFoundException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.User;
import dev.croft.identity.UserId;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is who at a provider, with what it gave and what it was allowed. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserIdentityRepositoryTest {
  private static final EncryptedSecret SECRET = EncryptedSecret.of("sealed".getBytes(UTF_8));
  private final Instant tomorrow =
      Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  private Village village;
  private SystemSession system;
  private UserIdentityRepository identities;
  private int people;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("link identities").writing();
    identities = UserIdentityRepository.in(system);
  }

  @AfterAll
  void close() {
    village.close();
  }

  private User person() {
    return SystemUserRepository.in(system).create("person%d@example.com".formatted(++people));
  }

  private UserIdentity linked() {
    UserId person = person().id();
    return identities.link(person, new ProviderSubject("google", "subject-" + person));
  }

  private List<String> told(UserId user) {
    return SystemAuditLogRepository.in(system)
        .page(new AuditObject("user", user.value()), PageRequest.first(100))
        .items()
        .stream()
        .peek(entry -> assertThat(entry.after().toString()).doesNotContain("subject-"))
        .map(AuditEntry::action)
        .toList();
  }

  @Test
  void a_person_is_found_by_provider_and_subject_as_they_are_written() {
    UserIdentity google = linked();
    String subject = google.subject().subject();
    UserIdentity cognito =
        identities.link(google.userId(), new ProviderSubject("cognito", subject));
    assertThat(identities.find(google.subject())).contains(google);
    assertThat(identities.find(new ProviderSubject("cognito", subject))).contains(cognito);
    assertThat(identities.find(new ProviderSubject("google", subject.toUpperCase(Locale.ROOT))))
        .isEmpty();
    assertThat(identities.list(google.userId())).containsExactly(google, cognito);
    assertThat(told(google.userId()))
        .containsExactly("user:link_identity", "user:link_identity", "user:create");
    assertThat(List.of(google, google.subject()).toString()).doesNotContain("subject-");
  }

  @Test
  void a_deleted_person_is_not_found() {
    User person = person();
    UserIdentity identity =
        identities.link(person.id(), new ProviderSubject("google", "subject-deleted"));
    SystemUserRepository.in(system).delete(person);
    assertThat(identities.find(identity.subject())).isEmpty();
    assertThatThrownBy(() -> identities.link(person().id(), identity.subject()))
        .isInstanceOf(DuplicateKeyException.class);
    SystemUserRepository.in(system).restore(person.id());
    assertThat(identities.find(identity.subject())).isPresent();
  }

  @Test
  void of_many_callers_with_one_subject_one_succeeds() {
    List<UserId> persons = List.of(person().id(), person().id());
    AtomicInteger next = new AtomicInteger();
    ProviderSubject subject = new ProviderSubject("google", "subject-wanted");
    List<Future<UserIdentity>> callers =
        Crowd.of(6, () -> identities.link(persons.get(next.getAndIncrement() % 2), subject));
    assertThat(Crowd.results(callers)).hasSize(1);
    assertThat(Crowd.failures(callers))
        .hasOnlyElementsOfType(DuplicateKeyException.class)
        .noneMatch(e -> e.getMessage().contains("subject-wanted"));
    assertThat(identities.find(subject)).contains(Crowd.results(callers).getFirst());
  }

  @Test
  void a_person_unlinks_identities_of_their_own_alone() {
    UserIdentity identity = linked();
    identities.storeToken(
        identity.id(), new ProviderToken(ProviderToken.Kind.ACCESS, SECRET, Optional.empty()));
    identities.setScopes(identity.id(), Set.of("email"));
    assertThat(identities.unlink(person().id(), identity.id())).isFalse();
    assertThat(identities.find(identity.subject())).isPresent();
    assertThat(identities.unlink(identity.userId(), identity.id())).isTrue();
    assertThat(identities.unlink(identity.userId(), identity.id())).isFalse();
    assertThat(identities.find(identity.subject())).isEmpty();
    assertThat(identities.findToken(identity.id(), ProviderToken.Kind.ACCESS)).isEmpty();
    assertThat(identities.scopes(identity.id())).isEmpty();
    assertThat(told(identity.userId())).startsWith("user:unlink_identity", "user:link_identity");
  }

  @Test
  void what_cannot_be_linked_is_refused() {
    ProviderSubject subject = new ProviderSubject("google", "subject-stray");
    assertThatThrownBy(() -> identities.link(new UserId(UUID.randomUUID()), subject))
        .isInstanceOf(ForeignKeyException.class);
    UserId person = person().id();
    assertThatThrownBy(() -> identities.link(person, new ProviderSubject("Google!", "subject-1")))
        .isInstanceOf(CheckException.class);
  }

  @Test
  void each_kind_of_token_has_an_expiry_of_its_own() {
    UserIdentityId id = linked().id();
    ProviderToken access =
        new ProviderToken(ProviderToken.Kind.ACCESS, SECRET, Optional.of(tomorrow));
    ProviderToken refresh =
        new ProviderToken(
            ProviderToken.Kind.REFRESH,
            EncryptedSecret.of(new byte[] {0, 1, -1}),
            Optional.empty());
    identities.storeToken(
        id, new ProviderToken(ProviderToken.Kind.ACCESS, SECRET, Optional.of(Instant.EPOCH)));
    assertThat(identities.findToken(id, ProviderToken.Kind.ACCESS)).isEmpty();
    identities.storeToken(id, access);
    identities.storeToken(id, refresh);
    assertThat(identities.findToken(id, ProviderToken.Kind.ACCESS)).contains(access);
    assertThat(identities.findToken(id, ProviderToken.Kind.REFRESH)).contains(refresh);
    assertThat(identities.findToken(id, ProviderToken.Kind.ID)).isEmpty();
    assertThat(List.of(access, SECRET).toString()).doesNotContain("sealed").doesNotContain("115");
    assertThatThrownBy(() -> identities.storeToken(new UserIdentityId(UUID.randomUUID()), access))
        .isInstanceOf(ForeignKeyException.class);
  }

  @Test
  void a_secret_is_a_copy() {
    byte[] bytes = {1, 2, 3};
    EncryptedSecret secret = EncryptedSecret.of(bytes);
    bytes[0] = 9;
    secret.bytes()[1] = 9;
    assertThat(secret).isEqualTo(EncryptedSecret.of(new byte[] {1, 2, 3}));
    assertThat(secret).hasSameHashCodeAs(EncryptedSecret.of(new byte[] {1, 2, 3}));
    assertThat(secret).isNotEqualTo(EncryptedSecret.of(bytes));
  }

  @Test
  void scopes_are_replaced_as_a_set() {
    UserIdentityId id = linked().id();
    identities.setScopes(id, Set.of("email", "profile"));
    identities.setScopes(id, Set.of("profile", "calendar"));
    assertThat(identities.scopes(id)).containsExactlyInAnyOrder("profile", "calendar");
    identities.setScopes(id, Set.of());
    assertThat(identities.scopes(id)).isEmpty();
    UserIdentityId nobody = new UserIdentityId(UUID.randomUUID());
    assertThatThrownBy(() -> identities.setScopes(nobody, Set.of("email")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void of_many_who_write_scopes_at_once_one_is_kept_whole() {
    UserIdentityId id = linked().id();
    AtomicInteger next = new AtomicInteger();
    List<Future<Boolean>> callers =
        Crowd.of(
            6,
            () -> {
              int caller = next.getAndIncrement();
              identities.setScopes(id, Set.of("a" + caller, "b" + caller, "c" + caller));
              return true;
            });
    assertThat(Crowd.results(callers)).hasSize(6);
    assertThat(identities.scopes(id)).hasSize(3);
    assertThat(identities.scopes(id).stream().map(name -> name.substring(1)).distinct()).hasSize(1);
  }
}
