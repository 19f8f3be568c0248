package dev.croft.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.Credentials;
import dev.croft.exception.UnsafeDatabaseException;
import dev.croft.fixture.Village;
import dev.croft.postgres.Login;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database or role that would not keep tenants apart is not opened. */
@NullUnmarked
class DoctorTest {
  private Village village;

  @BeforeEach
  void found() {
    village = Village.found();
  }

  @AfterEach
  void close() {
    village.close();
  }

  private CroftConfig as(Login login) {
    return village.config(login);
  }

  @Test
  void a_superuser_is_refused() {
    Login superuser = village.database().superuser();
    assertThatThrownBy(() -> Croft.open(as(superuser)))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessage(
            ("Croft does not open on this database: the runtime role %s is a superuser, whom"
                    + " row-level security does not bind. Repair: create a login without attributes, grant"
                    + " it croft_app, and connect as that: create role app login password '…' in"
                    + " role croft_app;")
                .formatted(superuser.user()));
  }

  @Test
  void the_owner_of_the_tables_is_refused() {
    assertThatThrownBy(() -> Croft.open(as(village.database().owner())))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("the runtime role owns, or can become the owner of, admin.audit_log")
        .hasMessageContaining("migrate as one role and connect as another");
  }

  @Test
  void a_member_of_the_owner_is_refused() {
    Login login = village.database().createLogin("croft_app");
    village.asSuperuser("grant %s to %s", village.database().owner().user(), login.user());
    assertThatThrownBy(() -> Croft.open(as(login)))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("can become the owner of");
  }

  @Test
  void a_role_that_bypasses_row_level_security_is_refused() {
    Login login = village.database().createLogin("croft_app");
    village.asSuperuser("alter role %s bypassrls", login.user());
    assertThatThrownBy(() -> Croft.open(as(login)))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("has BYPASSRLS. Repair: alter role " + login.user());
  }

  @Test
  void a_role_that_can_become_a_superuser_is_refused() {
    Login login = village.database().createLogin("croft_app");
    String superuser = village.database().superuser().user();
    village.asSuperuser("grant %s to %s", superuser, login.user());
    assertThatThrownBy(() -> Croft.open(as(login)))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("the runtime role can become " + superuser);
  }

  @Test
  void a_member_of_the_system_s_group_is_refused_as_runtime_role() {
    assertThatThrownBy(() -> Croft.open(as(village.database().createLogin("croft_admin"))))
        .isInstanceOf(UnsafeDatabaseException.class);
  }

  @Test
  void a_tenant_table_whose_row_level_security_is_not_forced_is_refused() {
    village.asOwner("alter table auth.roles no force row level security");
    assertThatThrownBy(() -> Croft.open(village.config()))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("row-level security is not enabled and forced on auth.roles");
  }

  @Test
  void system_credentials_without_the_group_are_refused() {
    Credentials notAdmin = Village.credentials(village.runtime());
    assertThatThrownBy(() -> Croft.open(village.config().withSystem(notAdmin)))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining("is not a member of croft_admin");
  }

  @Test
  void without_system_credentials_there_is_no_system_session() {
    try (Croft croft = Croft.open(village.config())) {
      assertThatThrownBy(() -> croft.system("look around"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "The configuration of Croft cannot be used: there are no system credentials, so"
                  + " there are no system sessions. Configure a login that is a member of"
                  + " croft_admin.");
    }
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    village.asOwner("alter table auth.roles no force row level security");
    village.asOwner("grant truncate on table public.users to croft_app");
    assertThatThrownBy(() -> Croft.open(village.config()))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessage(
            """
            Croft does not open on this database: row-level security is not enabled and forced on \
            auth.roles. Repair: alter table auth.roles enable row level security, force row level \
            security;
            Also: a tenant session may truncate public.users. Repair: revoke truncate on table \
            public.users from croft_app;\
            """);
  }

  @Test
  void a_doctor_who_only_reports_lets_an_unsafe_database_open_and_says_so() {
    village.asOwner("alter table auth.roles no force row level security");
    village.asOwner(
        "grant temporary on database %s to public".formatted(village.address().database()));
    assertThat(logOfAStart())
        .contains("WARN dev.croft.doctor.Doctor - This database could be safer:")
        .contains("WARNING database-temporary: ")
        .contains("Croft only reports and opens on ANY database: tenants may not be kept apart.")
        .contains("Errors found: 1")
        .contains("ERROR row-security-not-forced: ");
  }

  @Test
  void a_doctor_who_only_reports_says_so_at_every_start_even_where_nothing_is_wrong() {
    for (int start = 1; start <= 3; start++) {
      assertThat(logOfAStart())
          .containsOnlyOnce(
              "WARN dev.croft.doctor.Doctor - Croft only reports and opens on ANY database: tenants"
                  + " may not be kept apart. Errors found: 0");
    }
  }

  private String logOfAStart() {
    PrintStream console = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try (Croft croft = Croft.open(village.config().withReportOnly())) {
      assertThat(croft).isNotNull();
    } finally {
      System.setErr(console);
    }
    return log.toString(UTF_8);
  }

  @Test
  void classes_that_were_generated_for_another_scope_are_refused() {
    village.asOwner("comment on table auth.permissions is '@scope system'");
    assertThatThrownBy(() -> Croft.open(village.config()))
        .isInstanceOf(UnsafeDatabaseException.class)
        .hasMessageContaining(
            "the generated class of auth.permissions says \"global\", the database says \"system\"."
                + " Repair: apply the changelogs that the classes were generated from, or generate"
                + " them again.");
  }

  @Test
  void an_examination_tells_what_opening_would_refuse() {
    village.asOwner("grant truncate on table public.users to croft_app");
    assertThat(Croft.examine(village.config()).errors())
        .extracting(Finding::rule)
        .containsExactly("grant-dangerous");
  }
}
