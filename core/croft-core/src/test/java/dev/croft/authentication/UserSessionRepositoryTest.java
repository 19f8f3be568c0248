package dev.croft.authentication;

import static dev.croft.schema.auth.Tables.SESSIONS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.NotFoundException;
import dev.croft.exception.ReadOnlyException;
import dev.croft.exception.StatementException;
import dev.croft.exception.StatementRefusedException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.identity.NewUser;
import dev.croft.identity.SystemMembershipRepository;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.User;
import dev.croft.identity.UserBanRepository;
import dev.croft.identity.UserId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is signed in, for how long, and in which tenant. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserSessionRepositoryTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private Village village;
  private SystemSession system;
  private SystemUserRepository users;
  private UserSessionRepository sessions;
  private int people;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("sign people in").writing();
    users = SystemUserRepository.in(system);
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

  private void end(UserSessionId id) {
    village.asSuperuser(
        "update auth.sessions set created_at = now() - interval '2 hours',"
            + " expires_at = now() - interval '1 second' where id = '%s'",
        id);
  }

  @Test
  void a_session_is_found_by_its_token_alone() {
    UserId person = person();
    Instant before = Instant.now().minusSeconds(60);
    OpenedSession opened =
        sessions.open(
            NewUserSession.of(person, HOUR).from("2001:DB8::1%eth0", "Shepherd's browser"));
    UserSession session = opened.session();
    assertThat(session.userId()).isEqualTo(person);
    assertThat(session.ipAddress()).contains("2001:db8::1");
    assertThat(session.userAgent()).contains("Shepherd's browser");
    assertThat(session.activeTenant()).isEmpty();
    assertThat(session.impersonator()).isEmpty();
    assertThat(session.expiresAt())
        .isBetween(before.plus(HOUR), before.plus(HOUR).plusSeconds(600));
    assertThat(sessions.find(opened.token())).contains(session);
    assertThat(sessions.find(new SessionToken(opened.token().value() + "A"))).isEmpty();
    assertThat(sessions.find(new SessionToken(session.id().toString()))).isEmpty();
    assertThat(sessions.find(new SessionToken(""))).isEmpty();
  }

  @Test
  void a_session_is_good_for_as_long_as_was_asked_for() {
    for (Duration validity : List.of(Duration.ofMillis(86_399_999), Duration.ofDays(400))) {
      UserSession session = sessions.open(NewUserSession.of(person(), validity)).session();
      assertThat(Duration.between(session.createdAt(), session.expiresAt())).isEqualTo(validity);
    }
  }

  @Test
  void the_database_has_the_token_s_hash_and_no_text_has_the_token() throws Exception {
    OpenedSession opened = open(person());
    String token = opened.token().value();
    assertThat(token).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(open(person()).token().value());
    assertThat(
            system
                .dsl()
                .select(SESSIONS.TOKEN_HASH)
                .from(SESSIONS)
                .where(SESSIONS.ID.eq(opened.session().id().value()))
                .fetchSingle(SESSIONS.TOKEN_HASH))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    assertThat(List.of(opened, opened.token(), opened.session()).toString()).doesNotContain(token);
  }

  @Test
  void a_device_may_say_what_it_likes_of_itself_but_not_where_it_is() {
    String long1 = "\0" + "🐑".repeat(1_001);
    OpenedSession opened =
        sessions.open(NewUserSession.of(person(), HOUR).from("203.0.113.7", long1));
    assertThat(opened.session().userAgent()).contains("🐑".repeat(1_000));
    assertThat(opened.session().ipAddress()).contains("203.0.113.7");
    NewUserSession nowhere = NewUserSession.of(person(), HOUR).from("the meadow", "browser");
    assertThatThrownBy(() -> sessions.open(nowhere))
        .isInstanceOf(StatementException.class)
        .hasMessageNotContaining("meadow");
    assertThat(nowhere.toString()).doesNotContain("meadow");
  }

  @Test
  void a_session_that_is_over_is_as_one_that_does_not_exist() {
    UserId person = person();
    OpenedSession opened = open(person);
    UserSessionId id = opened.session().id();
    end(id);
    assertThat(sessions.find(opened.token())).isEmpty();
    assertThat(sessions.page(person, PageRequest.first(10)).items()).isEmpty();
    assertThat(sessions.refresh(opened.token(), HOUR)).isEmpty();
    assertThatThrownBy(() -> sessions.chooseTenant(id, village.acmeId()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("session " + id);
    assertThatThrownBy(() -> sessions.open(NewUserSession.of(person, Duration.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void who_is_banned_is_not_signed_in_and_their_sessions_rest_while_it_lasts() {
    UserId person = person();
    OpenedSession opened = open(person);
    UserBanRepository bans = UserBanRepository.in(system);
    bans.ban(person, "sold the sheep");
    assertThat(sessions.find(opened.token())).isEmpty();
    assertThat(sessions.refresh(opened.token(), HOUR)).isEmpty();
    assertThatThrownBy(() -> open(person))
        .isInstanceOfSatisfying(
            SignInRefusedException.class, e -> assertThat(e.user()).isEqualTo(person))
        .hasMessage(
            ("user %s was not signed in: they are banned, deleted, or were never registered. Ask"
                    + " UserBanRepository and SystemUserRepository which, and lift or restore what"
                    + " should not be.")
                .formatted(person));
    bans.lift(person);
    assertThat(sessions.find(opened.token())).isPresent();
    bans.ban(person, "again", Instant.now().plusSeconds(60));
    assertThat(sessions.find(opened.token())).isEmpty();
    village.asSuperuser(
        "update auth.user_bans set created_at = now() - interval '2 days', expires_at = now()"
            + " where user_id = '%s'",
        person);
    assertThat(sessions.find(opened.token())).isPresent();
  }

  @Test
  void who_is_deleted_or_unknown_is_not_signed_in() {
    UserId person = person();
    OpenedSession opened = open(person);
    User user = users.find(person).orElseThrow();
    users.delete(user);
    assertThat(sessions.find(opened.token())).isEmpty();
    assertThatThrownBy(() -> open(person)).isInstanceOf(SignInRefusedException.class);
    assertThatThrownBy(() -> open(new UserId(UUID.randomUUID())))
        .isInstanceOf(SignInRefusedException.class);
    users.restore(person);
    assertThat(sessions.find(opened.token())).isPresent();
  }

  @Test
  void a_refresh_gives_a_new_token_and_takes_the_old_one() {
    OpenedSession opened = open(person());
    OpenedSession refreshed = sessions.refresh(opened.token(), HOUR.multipliedBy(5)).orElseThrow();
    assertThat(refreshed.session().id()).isEqualTo(opened.session().id());
    assertThat(refreshed.session().expiresAt())
        .isAfter(opened.session().expiresAt().plus(HOUR.multipliedBy(3)));
    assertThat(sessions.find(opened.token())).isEmpty();
    assertThat(sessions.refresh(opened.token(), HOUR)).isEmpty();
    assertThat(sessions.find(refreshed.token())).contains(refreshed.session());
  }

  @Test
  void of_many_refreshes_with_one_token_one_succeeds() {
    OpenedSession opened = open(person());
    List<Future<Optional<OpenedSession>>> callers =
        Crowd.of(6, () -> sessions.refresh(opened.token(), HOUR));
    assertThat(Crowd.failures(callers)).isEmpty();
    List<OpenedSession> winners =
        Crowd.results(callers).stream().flatMap(Optional::stream).toList();
    assertThat(winners).hasSize(1);
    assertThat(sessions.find(winners.getFirst().token())).isPresent();
  }

  @Test
  void somebody_signs_out_and_ends_sessions_of_their_own() {
    UserId person = person();
    UserId other = person();
    OpenedSession here = open(person);
    OpenedSession there = open(person);
    OpenedSession others = open(other);
    assertThat(sessions.revoke(here.token())).isTrue();
    assertThat(sessions.revoke(here.token())).isFalse();
    assertThat(sessions.revoke(person, others.session().id())).isFalse();
    assertThat(sessions.find(others.token())).isPresent();
    assertThat(sessions.revoke(person, there.session().id())).isTrue();
    assertThat(sessions.find(there.token())).isEmpty();
    AuditEntry entry = told("session", here.session().id().value()).getFirst();
    assertThat(entry.action()).isEqualTo("session:revoke");
    assertThat(entry.before()).containsOnlyKeys("user_id").containsValue(person.toString());
  }

  private List<AuditEntry> told(String kind, UUID id) {
    return SystemAuditLogRepository.in(system)
        .page(new AuditObject(kind, id), PageRequest.first(100))
        .items();
  }

  @Test
  void all_sessions_of_a_person_are_ended_or_all_but_one() {
    UserId person = person();
    OpenedSession kept = open(person);
    open(person);
    open(person);
    OpenedSession others = open(person());
    assertThat(sessions.revokeOthers(person, kept.session().id())).isEqualTo(2);
    assertThat(sessions.find(kept.token())).isPresent();
    assertThat(sessions.revokeAll(person)).isEqualTo(1);
    assertThat(sessions.revokeAll(person)).isZero();
    assertThat(sessions.find(kept.token())).isEmpty();
    assertThat(sessions.find(others.token())).isPresent();
    assertThat(told("user", person.value()))
        .filteredOn(entry -> entry.action().equals("user:revoke_sessions"))
        .extracting(entry -> entry.before().get("sessions"))
        .containsExactly("1", "2");
  }

  @Test
  void a_session_that_is_being_refreshed_does_not_escape_its_end() throws Exception {
    UserId person = person();
    OpenedSession opened = open(person);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> revoked =
          system.transactionResult(
              tx -> {
                assertThat(UserSessionRepository.in(tx).refresh(opened.token(), HOUR)).isPresent();
                return other.submit(() -> sessions.revokeAll(person));
              });
      assertThat(revoked.get()).isOne();
    }
    assertThat(sessions.page(person, PageRequest.first(10)).items()).isEmpty();
  }

  @Test
  void the_sessions_of_a_person_are_paged() {
    UserId person = person();
    List<UserSession> opened =
        List.of(open(person).session(), open(person).session(), open(person).session());
    open(person());
    PageRequest two = PageRequest.first(2);
    Page<UserSession> first = sessions.page(person, two);
    Page<UserSession> second = sessions.page(person, two.after(first.next().orElseThrow()));
    assertThat(first.items()).isEqualTo(opened.subList(0, 2));
    assertThat(second.items()).isEqualTo(opened.subList(2, 3));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void what_is_over_is_deleted_in_batches_by_several_at_once() {
    UserId person = person();
    for (int i = 0; i < 9; i++) {
      end(open(person).session().id());
    }
    OpenedSession good = open(person);
    List<Future<Integer>> callers = Crowd.of(3, () -> sessions.deleteExpired(2));
    int deleted = Crowd.results(callers).stream().mapToInt(Integer::intValue).sum();
    assertThat(deleted + sessions.deleteExpired(100)).isGreaterThanOrEqualTo(9);
    assertThat(system.dsl().fetchCount(SESSIONS, SESSIONS.USER_ID.eq(person.value()))).isOne();
    assertThat(sessions.find(good.token())).isPresent();
    assertThatThrownBy(() -> sessions.deleteExpired(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A batch has at least one row, and 0 were asked for.");
  }

  @Test
  void a_session_of_the_system_that_reads_signs_nobody_in() {
    UserSessionRepository reading =
        UserSessionRepository.in(village.croft().system("look at sessions"));
    OpenedSession opened = open(person());
    assertThat(reading.find(opened.token())).isPresent();
    assertThatThrownBy(() -> reading.revoke(opened.token())).isInstanceOf(ReadOnlyException.class);
    assertThat(sessions.find(opened.token())).isPresent();
  }

  @Test
  void a_tenant_s_session_sees_no_sessions_of_people() {
    TenantSession acme = village.acme();
    assertThatThrownBy(() -> acme.dsl().fetchCount(SESSIONS))
        .isInstanceOf(StatementRefusedException.class);
  }
}
