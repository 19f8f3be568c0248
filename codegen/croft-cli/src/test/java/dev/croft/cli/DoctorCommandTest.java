package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor itself finds is a matter of croft-core's tests. */
class DoctorCommandTest {
  private final Shell shell;

  DoctorCommandTest(@TempDir Path directory) {
    shell = new Shell(directory);
  }

  @BeforeEach
  void admit() {
    RecordingDoctor.isPresent = true;
    RecordingDoctor.complaint = "";
    RecordingDoctor.status = 0;
  }

  @AfterEach
  void dismiss() {
    RecordingDoctor.isPresent = false;
  }

  @Test
  void the_doctor_is_told_the_application_s_settings_the_environment_before_the_file() {
    shell
        .set("DATABASE_USER", "app")
        .write(".env", "DATABASE_USER=someone\nDATABASE_PASSWORD=secret\n");
    assertThat(shell.run("doctor", "--schema=a.B", "--schema=a.C", "--strict", "--json"))
        .isEqualTo(new Result(0, "examined\n", ""));
    assertThat(RecordingDoctor.arguments)
        .containsExactly(
            "DATABASE_PASSWORD=secret",
            "DATABASE_USER=app",
            "--schema=a.B",
            "--schema=a.C",
            "--json",
            "--strict");
  }

  @Test
  void its_word_is_the_exit_code_and_its_complaint_a_failure() {
    RecordingDoctor.status = ExitStatus.UNAVAILABLE;
    RecordingDoctor.complaint = "The server is gone. Wait.\n";
    assertThat(shell.run("doctor"))
        .isEqualTo(new Result(ExitStatus.UNAVAILABLE, "examined\n", "The server is gone. Wait.\n"));
    assertThat(shell.run("doctor", "--json").err())
        .contains("\"message\" : \"The server is gone. Wait.\"")
        .contains("\"type\" : \"DatabaseUnavailable\"");
  }

  @Test
  void without_croft_core_it_says_so() {
    RecordingDoctor.isPresent = false;
    Result result = shell.run("doctor");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err())
        .isEqualTo(
            "Nothing was examined: croft-core is not on the class path. Put it and what it depends"
                + " on into lib beside the jar, or run the goal croft:doctor in a project that"
                + " depends on it.\n");
  }
}
