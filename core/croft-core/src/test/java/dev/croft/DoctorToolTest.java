package dev.croft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Village;
import dev.croft.postgres.Login;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class DoctorToolTest {
  private final ToolProvider doctor = ToolProvider.findFirst("croft-doctor").orElseThrow();
  private Village village;

  @BeforeEach
  void found() {
    village = Village.found();
  }

  @AfterEach
  void close() {
    village.close();
  }

  private record Outcome(int status, String out, String err) {}

  private Outcome run(Login login, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "PATH=/usr/bin",
                "DATABASE_HOST=" + village.database().host(),
                "DATABASE_PORT=" + village.database().port(),
                "DATABASE_NAME=" + village.database().name(),
                "DATABASE_USER=" + login.user(),
                "DATABASE_PASSWORD=" + login.password()));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        doctor.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    return new Outcome(status, out.toString(), err.toString());
  }

  @Test
  void a_database_that_croft_opens_on_is_well() {
    Outcome outcome = run(village.runtime());
    assertThat(outcome).isEqualTo(new Outcome(0, "Nothing found.\n", ""));
    assertThat(run(village.runtime(), "--json", "--strict"))
        .isEqualTo(new Outcome(0, "{\"findings\":[]}\n", ""));
  }

  @Test
  void what_would_let_a_session_out_is_told_and_a_warning_counts_if_asked() {
    village.asOwner("alter table auth.roles no force row level security");
    Outcome broken = run(village.runtime());
    assertThat(broken.status()).isEqualTo(3);
    assertThat(broken.out()).startsWith("ERROR row-security-not-forced: ");
    village.asOwner("alter table auth.roles force row level security");
    village.asOwner("create table public.strangers (id uuid)");
    village.asOwner("grant select on public.strangers to croft_app");
    assertThat(run(village.runtime(), "--strict").status()).isEqualTo(3);
  }

  @Test
  void the_application_s_own_classes_are_compared() {
    String schema = dev.croft.schema.auth.Auth.class.getName();
    assertThat(run(village.runtime(), "--schema=" + schema).status()).isZero();
    for (String name : List.of("com.example.Missing", "java.lang.String")) {
      assertThat(run(village.runtime(), "--schema=" + name))
          .isEqualTo(
              new Outcome(
                  2,
                  "",
                  ("Nothing was examined: %s is no class of generated schema. Name the one in the"
                          + " package that holds Tables, and put it on the class path.\n")
                      .formatted(name)));
    }
  }

  @Test
  void a_server_that_lets_nobody_in_and_settings_that_say_nothing_are_told_apart() {
    Outcome wrong = run(new Login(village.runtime().user(), "wrong"));
    assertThat(wrong.status()).isEqualTo(5);
    assertThat(wrong.err()).doesNotContain("wrong").contains("Check");
    StringWriter err = new StringWriter();
    int status = doctor.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "HOME=/");
    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "The configuration of Croft cannot be used: there are no credentials for sessions of"
                + " tenants. Configure a login that is a member of croft_app.\n");
  }
}
