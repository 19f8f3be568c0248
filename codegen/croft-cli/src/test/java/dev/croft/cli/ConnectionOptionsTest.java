package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.DatabaseOptions.Connection;
import dev.croft.cli.Shell.Result;
import dev.croft.postgres.Login;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConnectionOptionsTest {
  @TempDir Path directory;

  @Test
  void the_owner_goes_before_the_user_of_the_url() {
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL", "postgresql://app:one@localhost:5433/shop",
            "DATABASE_MIGRATION_USER", "owner",
            "DATABASE_MIGRATION_PASSWORD", "two");
    assertThat(in(environment).login()).isEqualTo(new Login("owner", "two"));
    assertThat(in(environment, "--user", "app").login()).isEqualTo(new Login("app", "one"));
    assertThat(in(environment).url().jdbcUrl())
        .startsWith("jdbc:postgresql://localhost:5433/shop?")
        .contains("sslmode=prefer")
        .doesNotContain("app", "one");
  }

  @Test
  void a_password_is_used_for_its_own_user_alone() {
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL", "postgresql://app:one@localhost/shop",
            "DATABASE_MIGRATION_USER", "owner",
            "DATABASE_MIGRATION_PASSWORD", "two");
    assertThat(in(environment, "--user", "someone").login()).isEqualTo(new Login("someone", ""));
    assertThat(in(Map.of("DATABASE_HOST", "localhost", "PGPASSWORD", "p"), "-U", "me").login())
        .isEqualTo(new Login("me", "p"));
  }

  @Test
  void a_server_elsewhere_must_prove_who_it_is_unless_told_otherwise() {
    Map<String, String> elsewhere = Map.of("DATABASE_URL", "postgresql://me@db.example/shop");
    assertThat(in(elsewhere).url().jdbcUrl())
        .isEqualTo(
            "jdbc:postgresql://db.example:5432/shop?sslfactory=org.postgresql.ssl"
                + ".DefaultJavaSSLFactory&sslmode=verify-full");
    assertThat(in(Map.of("DATABASE_URL", "postgresql://me@db.example/shop?sslmode=require")).url())
        .extracting(url -> url.parameter("sslmode").orElseThrow())
        .isEqualTo("require");
    assertThat(
            in(Map.of(
                    "DATABASE_URL", "postgresql://me@db.example/shop",
                    "DATABASE_SSLMODE", "verify-ca",
                    "DATABASE_SSLROOTCERT", "/etc/ca.pem"))
                .url()
                .jdbcUrl())
        .endsWith("?sslmode=verify-ca&sslrootcert=%2Fetc%2Fca.pem");
  }

  @Test
  void a_file_completes_the_environment() throws Exception {
    Files.writeString(
        directory.resolve(".env"),
        """
        # the database
        export DATABASE_HOST="db.example"   # quoted
        DATABASE_PORT=6000 # plain
        DATABASE_NAME='shop'
        DATABASE_MIGRATION_USER=of-file
        DATABASE_MIGRATION_PASSWORD=a=b#c
        """);
    Connection connection = in(Map.of("DATABASE_MIGRATION_USER", "of-environment"));
    assertThat(connection.url()).hasToString("jdbc:postgresql://db.example:6000/shop");
    assertThat(connection.login()).isEqualTo(new Login("of-environment", "a=b#c"));
  }

  @Test
  void a_line_that_is_no_setting_is_named_without_its_text() throws Exception {
    Files.writeString(directory.resolve(".env"), "A=b\nsecret\n");
    Result result = new Shell(directory).run("status");
    assertThat(result)
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "The settings were not read: line 2 of %s is not NAME=value. Correct it, or begin"
                        .formatted(directory.resolve(".env"))
                    + " it with #.\n"));
    assertThat(new Shell(directory).run("status", "--env-file", "none.env").err())
        .isEqualTo(
            "The settings were not read: %s does not exist. See --env-file.\n"
                .formatted(directory.resolve("none.env")));
  }

  @Test
  void no_database_and_no_user_say_where_they_may_be_named() {
    assertThat(new Shell(directory).run("status"))
        .isEqualTo(
            new Result(
                ExitStatus.USAGE,
                "",
                "No database is named: there is no --url, DATABASE_URL or DATABASE_HOST. Give one;"
                    + " croft dev starts a database and prints its URL.\n"));
    assertThat(new Shell(directory).run("status", "--url", "postgresql://localhost/shop").err())
        .isEqualTo(
            "No user is named: there is no --user or DATABASE_MIGRATION_USER, and none in the URL."
                + " Name the owner of the tables.\n");
  }

  @Test
  void a_password_on_the_command_line_is_refused_and_not_repeated() {
    Shell shell = new Shell(directory).set("DATABASE_MIGRATION_PASSWORD", "fine");
    for (String url :
        new String[] {
          "postgresql://me:hunter2@localhost/shop",
          "jdbc:postgresql://localhost/shop?user=me&password=hunter2"
        }) {
      Result result = shell.run("status", "--url", url);
      assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(result.err())
          .isEqualTo(
              "The password was not used: --url holds it, and the list of processes shows it to"
                  + " every user of this machine. Change it, and set DATABASE_MIGRATION_PASSWORD or"
                  + " say --ask-password.\n");
    }
    for (String[] wrong :
        new String[][] {
          {"status", "--password=hunter2"},
          {"status", "--passwrod=hunter2"},
          {"status", "postgresql://me:hunter2@localhost/shop"},
          {"status", "--url", "postgresql://me:hunter2@local host/shop"},
          {"status", "--ask-password=hunter2"}
        }) {
      Result result = shell.run(wrong);
      assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(result.out() + result.err()).isNotBlank().doesNotContain("hunter2");
    }
  }

  @Test
  void a_server_that_does_not_answer_is_told_apart_and_holds_no_password() {
    Result result =
        new Shell(directory)
            .set("DATABASE_URL", "postgresql://me:hunter2@localhost:1/shop")
            .changeset("1_one", "select 1;", "not required")
            .run("status", "--json");
    assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(result.err())
        .contains("\"type\" : \"DatabaseUnavailable\"")
        .doesNotContain("hunter2");
  }

  private Connection in(Map<String, String> environment, String... arguments) {
    ConnectionOptions options = new ConnectionOptions();
    new CommandLine(new Holder(options)).parseArgs(arguments);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return options.in(new Surroundings(environment, directory, nowhere, nowhere));
  }

  @CommandLine.Command
  private record Holder(@CommandLine.Mixin ConnectionOptions options) {}
}
