package dev.croft.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.audit.AuditEntry;
import dev.croft.audit.AuditObject;
import dev.croft.audit.SystemAuditLogRepository;
import dev.croft.exception.ForeignKeyException;
import dev.croft.fixture.Crowd;
import dev.croft.fixture.Village;
import dev.croft.identity.SystemUserRepository;
import dev.croft.identity.UserId;
import dev.croft.paging.PageRequest;
import dev.croft.session.SystemSession;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are kept as hashes, and as nothing else. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserPasswordRepositoryTest {
  private static final PasswordHash FIRST =
      new PasswordHash("$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW");
  private static final PasswordHash SECOND =
      new PasswordHash(
          "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
              + "iWh06vD8Fy27wf9npn6FXWiCX4K6pW6Ue1Bnzz07Z8A");

  private Village village;
  private SystemSession system;
  private UserPasswordRepository passwords;
  private int people;

  @BeforeAll
  void found() {
    village = Village.found();
    system = village.croft().system("keep passwords").writing();
    passwords = UserPasswordRepository.in(system);
  }

  @AfterAll
  void close() {
    village.close();
  }

  private UserId person() {
    return SystemUserRepository.in(system).create("person%d@example.com".formatted(++people)).id();
  }

  @Test
  void a_password_is_set_replaced_and_removed() {
    UserId person = person();
    assertThat(passwords.find(person)).isEmpty();
    passwords.set(person, FIRST);
    passwords.set(person, SECOND);
    assertThat(passwords.find(person)).contains(SECOND);
    assertThat(passwords.remove(person)).isTrue();
    assertThat(passwords.remove(person)).isFalse();
    assertThat(passwords.find(person)).isEmpty();
    List<AuditEntry> told =
        SystemAuditLogRepository.in(system)
            .page(new AuditObject("user", person.value()), PageRequest.first(10))
            .items();
    assertThat(told)
        .extracting(AuditEntry::action)
        .containsExactly(
            "user:remove_password", "user:set_password", "user:set_password", "user:create");
    assertThat(told).allSatisfy(entry -> assertThat(entry.after()).isEmpty());
    assertThatThrownBy(() -> passwords.set(new UserId(UUID.randomUUID()), FIRST))
        .isInstanceOf(ForeignKeyException.class);
  }

  @Test
  void hashing_anew_brings_back_no_password_that_was_replaced_meanwhile() {
    UserId person = person();
    passwords.set(person, FIRST);
    passwords.set(person, SECOND);
    assertThat(passwords.replace(person, FIRST, FIRST)).isFalse();
    assertThat(passwords.find(person)).contains(SECOND);
    List<Future<Boolean>> callers = Crowd.of(6, () -> passwords.replace(person, SECOND, FIRST));
    assertThat(Crowd.results(callers)).hasSize(6).containsOnlyOnce(true);
  }

  @Test
  void many_who_set_one_password_at_once_all_succeed() {
    UserId person = person();
    List<Future<Boolean>> callers =
        Crowd.of(
            6,
            () -> {
              passwords.set(person, FIRST);
              return true;
            });
    assertThat(Crowd.results(callers)).hasSize(6);
    assertThat(passwords.find(person)).contains(FIRST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "correct horse battery staple",
        "$ecret$",
        "$my$secret$word",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "{bcrypt}$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
        "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW\n"
      })
  void what_is_no_hash_is_refused_without_being_shown(String text) {
    assertThatThrownBy(() -> new PasswordHash(text))
        .isInstanceOf(NotPasswordHashException.class)
        .hasMessage(
            "The text is no hash of a password: it lacks the form $algorithm$salt$hash. Hash the"
                + " password with Argon2id, scrypt or bcrypt, and store what that returns.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$6$rounds=5000$saltsalt$1/8lcTEQ0nK0GAoJRZGDzEvGaVcFyKuPDwqTW7Gd6Tn4Pq1yO1CgyhDPlL3kKzUz"
            + "Jm6TBkzOjlSfFhz/WqJ2F1",
        "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
        "$e0801$c29tZXNhbHRzb21lc2FsdA==$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E=",
        "$pbkdf2-sha256$29000$N2YMIWQsBWBMae09x1jrPQ$1t8iyB2A.WF/Z5JZv.lfCIhXXN33N23OSgQYThBYRfk"
      })
  void hashes_of_the_usual_algorithms_are_stored_and_not_shown(String text) {
    UserId person = person();
    PasswordHash hash = new PasswordHash(text);
    passwords.set(person, hash);
    assertThat(passwords.find(person)).contains(hash);
    assertThat(hash).hasToString("PasswordHash");
  }

  @Test
  void the_database_refuses_what_is_no_hash_as_well() {
    UserId person = person();
    assertThatThrownBy(
            () ->
                village.asSuperuser(
                    "insert into auth.user_passwords (user_id, password_hash)"
                        + " values ('%s', '$my$secret$word')",
                    person))
        .hasStackTraceContaining("user_passwords_password_hash_check");
  }
}
