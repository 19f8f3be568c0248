package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.codegen.GeneratorProcess.Running;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes at once, as two modules of a build have them: one as on another machine, whose
 * PostgreSQL is not unpacked yet, the other on a server that a URL names. Their changelogs are of
 * every format, and in a directory with an inconvenient name.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GeneratorProcessTest {
  private static final String CHANGELOG = "shop/changelog.yaml";

  private final Path directory;
  private final PostgresDatabase used = PostgresServer.shared().createDatabase();
  private Map<String, String> expected = Map.of();
  private Map<String, String> elsewhere = Map.of();
  private Map<String, String> byUrl = Map.of();
  private List<String> before = List.of();
  private List<String> after = List.of();

  GeneratorProcessTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeAll
  void generate() throws Exception {
    Path resources = directory.resolve("Ann Lee's ü+%20 #1");
    SourceTree.write(
        SourceTree.texts(Path.of(CodegenMain.class.getResource("/formats").toURI())),
        resources.resolve("shop"));
    GeneratorProcess onAnotherMachine =
        process("elsewhere")
            .readingFrom(resources)
            .withJvmOptions(
                "-Dline.separator=\r\n",
                "-Dfile.encoding=windows-1252",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.language.format=ar",
                "-Duser.country.format=EG",
                "-Duser.timezone=Asia/Kathmandu",
                "-Dot.epg.working-dir=" + directory.resolve("postgresql"));
    GeneratorProcess onServer =
        process("url").readingFrom(resources).at(url(used.superuser().password(), used.port()));
    Running first = onAnotherMachine.start();
    expected = generatedHere(resources);
    ask("create table public.somebody_elses as select 1 as row");
    before = databasesAndRoles();
    onServer.start().awaitSuccess();
    after = databasesAndRoles();
    first.awaitSuccess();
    elsewhere = SourceTree.texts(onAnotherMachine.output());
    byUrl = SourceTree.texts(onServer.output());
  }

  private Map<String, String> generatedHere(Path resources) throws IOException {
    Path output = directory.resolve("here");
    Codegen.run(
        new CodegenRequest(
            CHANGELOG,
            "com.acme.schema",
            List.of("shop"),
            output,
            List.of(resources),
            Optional.empty()));
    return SourceTree.texts(output);
  }

  @AfterAll
  void close() {
    used.close();
  }

  @Test
  void changelogs_of_every_format_are_read_from_wherever_they_are() {
    assertThat(expected)
        .containsKeys(
            "com/acme/schema/shop/tables/Currencies.java",
            "com/acme/schema/shop/tables/Orders.java",
            "com/acme/schema/shop/tables/Items.java",
            "com/acme/schema/shop/enums/OrdersStatus.java");
    assertThat(expected.get("com/acme/schema/shop/tables/Items.java"))
        .contains("The order it belongs to.");
    assertThat(expected.get("com/acme/schema/shop/tables/Orders.java"))
        .contains("column amount numeric(12,2)");
  }

  @Test
  void neither_the_machine_nor_the_process_beside_it_is_seen_in_the_output() {
    assertThat(elsewhere).isEqualTo(expected);
    assertThat(expected.values()).noneMatch(text -> text.contains("\r"));
  }

  @Test
  void a_server_named_by_a_url_gives_the_same() {
    assertThat(byUrl).isEqualTo(expected);
  }

  @Test
  void the_server_is_left_as_it_was_with_what_it_held() throws SQLException {
    assertThat(before).isNotEmpty();
    assertThat(after).isEqualTo(before);
    assertThat(ask("select row::text from public.somebody_elses")).containsExactly("1");
  }

  @Test
  void a_wrong_password_is_told_and_nothing_is_written() throws Exception {
    GeneratorProcess process = process("password").at(url("wrong", used.port()));
    assertThat(process.start().awaitFailure())
        .isEqualTo(
            "The PostgreSQL server was not reached: the server at %s:%d says FATAL: password"
                + " authentication failed for user \"postgres\" (SQLSTATE 28P01). See that user"
                + " and password are right, and that the user may log in.",
            used.host(), used.port());
    assertThat(process.output()).doesNotExist();
  }

  @Test
  void a_server_that_does_not_answer_is_told_and_nothing_is_written() throws Exception {
    GeneratorProcess process = process("port").at(url("secret", 1));
    assertThat(process.start().awaitFailure())
        .startsWith("The PostgreSQL server was not reached: the server at localhost:1 says ")
        .endsWith("(SQLSTATE 08001). See that it runs, and that host and port are right.")
        .doesNotContain("secret");
    assertThat(process.output()).doesNotExist();
  }

  @Test
  void a_container_without_testcontainers_is_told_and_nothing_is_written() throws Exception {
    GeneratorProcess process = process("container").onServer("container").without("testcontainers");
    assertThat(process.start().awaitFailure())
        .isEqualTo(
            "No PostgreSQL container was started: Testcontainers is not on the class path. Add"
                + " org.testcontainers:testcontainers-postgresql, or leave out -Dcroft.postgres.");
    assertThat(process.output()).doesNotExist();
  }

  private GeneratorProcess process(String name) {
    return new GeneratorProcess(directory.resolve(name)).generating(CHANGELOG, "shop");
  }

  private String url(String password, int port) {
    return "postgresql://%s:%s@%s:%s/%s"
        .formatted(used.superuser().user(), password, used.host(), port, used.name());
  }

  private List<String> databasesAndRoles() throws SQLException {
    return ask("select datname::text from pg_database union all select rolname from pg_roles");
  }

  private List<String> ask(String sql) throws SQLException {
    Login superuser = used.superuser();
    try (Connection connection = used.connect(superuser);
        Statement statement = connection.createStatement()) {
      TreeSet<String> answers = new TreeSet<>();
      if (statement.execute(sql)) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          answers.add(rows.getString(1));
        }
      }
      return List.copyOf(answers);
    }
  }
}
