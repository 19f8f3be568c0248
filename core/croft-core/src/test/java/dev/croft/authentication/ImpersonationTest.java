package dev.croft.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.fixture.Village;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.UserBanRepository;
import dev.croft.identity.UserId;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who uses a session of somebody else is known while it lasts, and on record afterwards. */
@NullUnmarked
class ImpersonationTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private Village village;
  private SystemSession system;
  private UserSessionRepository sessions;
  private UserId ann;
  private UserId bob;

  @BeforeEach
  void found() {
    village = Village.found();
    system = village.croft().system("support people").writing();
    sessions = UserSessionRepository.in(system);
    ann = village.ann().id();
    bob = village.bob().id();
  }

  @AfterEach
  void close() {
    village.close();
  }

  private OpenedSession annAsBob() {
    return sessions.impersonate(ann, NewUserSession.of(bob, HOUR), "a gate does not open");
  }

  @Test
  void it_is_on_record_who_who_else_and_why() {
    OpenedSession opened = annAsBob();
    assertThat(opened.session().userId()).isEqualTo(bob);
    assertThat(opened.session().impersonator()).contains(ann);
    assertThat(sessions.find(opened.token())).contains(opened.session());
    assertThat(sessions.page(bob, PageRequest.first(10)).items()).containsExactly(opened.session());
    AuditEntry entry =
        SystemAuditLogRepository.in(system)
            .page(new AuditObject("user", bob.value()), PageRequest.first(10))
            .items()
            .getFirst();
    assertThat(entry.action()).isEqualTo("user:impersonate");
    assertThat(entry.reason()).isEqualTo("a gate does not open");
    assertThat(entry.after())
        .isEqualTo(
            Map.of(
                "session_id", opened.session().id().toString(), "impersonator_id", ann.toString()));
  }

  @Test
  void it_takes_two_people_and_a_reason() {
    NewUserSession asBob = NewUserSession.of(bob, HOUR);
    assertThatThrownBy(() -> sessions.impersonate(ann, asBob, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "To impersonate takes two people and a reason: name another person, and say why.");
    assertThatThrownBy(() -> sessions.impersonate(bob, asBob, "boredom"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sessions.impersonate(new UserId(UUID.randomUUID()), asBob, "boredom"))
        .isInstanceOf(SignInRefusedException.class);
  }

  @Test
  void who_is_banned_impersonates_nobody_any_more() {
    OpenedSession opened = annAsBob();
    UserBanRepository bans = UserBanRepository.in(system);
    bans.ban(ann, "read too much");
    assertThat(sessions.find(opened.token())).isEmpty();
    assertThatThrownBy(this::annAsBob)
        .isInstanceOfSatisfying(
            SignInRefusedException.class, e -> assertThat(e.user()).isEqualTo(ann));
    bans.lift(ann);
    SystemUserRepository users = SystemUserRepository.in(system);
    users.delete(users.find(ann).orElseThrow());
    assertThat(sessions.find(opened.token())).isEmpty();
  }

  @Test
  void it_is_not_refreshed_and_ends_with_the_sessions_of_either() {
    OpenedSession opened = annAsBob();
    assertThat(sessions.refresh(opened.token(), HOUR)).isEmpty();
    assertThat(sessions.find(opened.token())).isPresent();
    assertThat(sessions.revokeAll(ann)).isEqualTo(1);
    assertThat(sessions.find(opened.token())).isEmpty();
    OpenedSession again = annAsBob();
    assertThat(sessions.revokeAll(bob)).isEqualTo(1);
    assertThat(sessions.find(again.token())).isEmpty();
  }

  @Test
  void a_session_never_turns_into_one_of_its_person_s_own() {
    OpenedSession opened = annAsBob();
    assertThatThrownBy(() -> village.asSuperuser("delete from public.users where id = '%s'", ann))
        .hasStackTraceContaining("impersonations_impersonator_fk");
    assertThat(sessions.find(opened.token()).orElseThrow().impersonator()).contains(ann);
    village.asSuperuser("delete from public.users where id = '%s'", bob);
    assertThat(sessions.find(opened.token())).isEmpty();
  }
}
