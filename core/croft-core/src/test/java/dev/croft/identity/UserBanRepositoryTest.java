package dev.croft.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.CheckException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who is banned, until when, and which addresses people have shown to be theirs. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserBanRepositoryTest {
  private final Instant tomorrow =
      Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

  private Village village;
  private SystemSession system;
  private SystemUserRepository users;
  private UserBanRepository bans;
  private VerifiedEmailAddressRepository addresses;
  private int people;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("look after people").writing();
    users = SystemUserRepository.in(system);
    bans = UserBanRepository.in(system);
    addresses = VerifiedEmailAddressRepository.in(system);
  }

  @AfterAll
  void close() {
    village.close();
  }

  private User person() {
    return users.create("Person%d@example.com".formatted(++people));
  }

  private List<AuditEntry> told(UserId user) {
    return SystemAuditLogRepository.in(system)
        .page(new AuditObject("user", user.value()), PageRequest.first(100))
        .items();
  }

  @Test
  void a_ban_lasts_until_it_is_lifted() {
    UserId person = person().id();
    UserBan ban = bans.ban(person, "sold the sheep");
    assertThat(bans.find(person)).contains(ban);
    assertThat(bans.isBanned(person)).isTrue();
    assertThat(ban.expiresAt()).isEmpty();
    assertThat(bans.lift(person)).isTrue();
    assertThat(bans.lift(person)).isFalse();
    assertThat(bans.isBanned(person)).isFalse();
    assertThat(told(person))
        .extracting(AuditEntry::action)
        .containsExactly("user:lift_ban", "user:ban", "user:create");
  }

  @Test
  void why_somebody_was_banned_is_neither_logged_nor_shown() {
    UserId person = person().id();
    UserBan ban = bans.ban(person, "sold the sheep", tomorrow);
    assertThat(told(person).getFirst().after()).containsOnlyKeys("expires_at");
    assertThat(told(person).toString()).doesNotContain("sheep");
    assertThat(ban.toString()).isEqualTo("UserBan[userId=%s]".formatted(person));
  }

  @Test
  void a_ban_that_is_over_counts_as_none_and_a_new_one_begins_anew() {
    UserId person = person().id();
    bans.ban(person, "sold the sheep", tomorrow);
    age(person);
    assertThat(bans.find(person)).isEmpty();
    assertThat(bans.page(PageRequest.first(1000)).items())
        .noneMatch(ban -> ban.userId().equals(person));
    assertThat(bans.lift(person)).isFalse();
    Instant past = Instant.now().minusSeconds(600);
    assertThatThrownBy(() -> bans.ban(person, "again", past)).isInstanceOf(CheckException.class);
    UserBan again = bans.ban(person, "again", tomorrow);
    assertThat(again.createdAt()).isAfter(past);
    assertThat(again.expiresAt()).contains(tomorrow);
  }

  private void age(UserId person) {
    village.asSuperuser(
        "update auth.user_bans set created_at = now() - interval '2 days',"
            + " expires_at = now() - interval '1 second' where user_id = '%s'",
        person);
  }

  @Test
  void bans_in_force_are_paged() {
    UserId first = person().id();
    UserId second = person().id();
    bans.ban(first, "one");
    bans.ban(second, "two", tomorrow);
    assertThat(bans.page(PageRequest.first(1000)).items())
        .extracting(UserBan::userId)
        .containsSubsequence(first, second);
  }

  @Test
  void of_many_who_ban_one_person_all_succeed_and_one_ban_is_in_force() {
    UserId person = person().id();
    List<Future<UserBan>> callers = Crowd.of(6, () -> bans.ban(person, "sold the sheep"));
    assertThat(Crowd.results(callers)).hasSize(6);
    assertThat(bans.find(person)).isPresent();
    assertThat(Crowd.results(Crowd.of(6, () -> bans.lift(person)))).containsOnlyOnce(true);
    assertThatThrownBy(() -> bans.ban(new UserId(UUID.randomUUID()), "nobody"))
        .isInstanceOf(ForeignKeyException.class);
  }

  @Test
  void an_address_is_verified_in_any_case_and_counts_while_it_is_theirs() {
    User person = person();
    assertThat(addresses.isVerified(person.id())).isFalse();
    addresses.verify(person.id(), person.emailAddress().toUpperCase(Locale.ROOT));
    assertThat(addresses.isVerified(person.id())).isTrue();
    assertThat(addresses.verifiedAt(person.id(), person.emailAddress())).isPresent();
    User moved = users.update(person.reachableAt("moved@example.com"));
    assertThat(addresses.isVerified(person.id())).isFalse();
    users.update(moved.reachableAt(person.emailAddress()));
    assertThat(addresses.isVerified(person.id())).isTrue();
    addresses.withdraw(person.id(), person.emailAddress());
    addresses.withdraw(person.id(), person.emailAddress());
    assertThat(addresses.isVerified(person.id())).isFalse();
    assertThat(told(person.id()))
        .extracting(AuditEntry::action)
        .filteredOn(action -> action.contains("email"))
        .containsExactly("user:withdraw_email_address", "user:verify_email_address");
    assertThat(told(person.id()).toString()).doesNotContain("@example");
  }

  @Test
  void an_address_is_verified_by_many_at_once_and_again() {
    User person = person();
    List<Future<Boolean>> callers =
        Crowd.of(
            6,
            () -> {
              addresses.verify(person.id(), person.emailAddress());
              return addresses.isVerified(person.id());
            });
    assertThat(Crowd.results(callers)).hasSize(6).containsOnly(true);
    assertThatThrownBy(() -> addresses.verify(new UserId(UUID.randomUUID()), "a@example.com"))
        .isInstanceOf(ForeignKeyException.class);
  }
}
