package dev.croft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every block of the page that begins with {@code $ croft} is what the command prints. The blocks
 * are run in their order, in one directory and on one database.
 */
class CliDocumentationTest {
  private static final Path PAGE = Path.of("docs", "commands.md");
  private static final Pattern BLOCK = Pattern.compile("```text\n\\$ croft (.*)\n(?s:.*?)```\n");
  private static final Pattern SECOND =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  private static final Comparator<Path> BY_NAME = Comparator.comparing(Path::getFileName);

  private final PostgresDatabase database = PostgresServer.shared().createDatabase();
  private final Path directory;
  private final Shell shell;

  CliDocumentationTest(@TempDir Path directory) {
    this.directory = directory;
    shell =
        new Shell(directory)
            .on(database)
            .asSystem(database.owner())
            .changeset("20260501000000_create_shop", "create schema shop;", "drop schema shop;")
            .changeset(
                "20260502000000_create_orders",
                "create table shop.orders (id uuid not null);",
                "drop table shop.orders;");
    writeTodos();
  }

  /** A changelog with Croft's own tables, and one that has gone on since. */
  private void writeTodos() {
    String begin =
        """
        databaseChangeLog:
          - include: {file: croft/changelog.xml}
          - include: {file: todo/1_create_todos.sql}
        """;
    shell
        .write("src/main/resources/todo/changelog.yaml", begin)
        .write(
            "src/main/resources/todo/next.yaml",
            begin + "  - include: {file: todo/2_add_due_on.sql}\n")
        .write(
            "src/main/resources/todo/1_create_todos.sql",
            NewChangelog.ofSchema("content", "ann").text()
                + NewChangelog.of("create todos", "content", "ann")
                    .text()
                    .replaceFirst("--liquibase formatted sql\n", ""))
        .write(
            "src/main/resources/todo/2_add_due_on.sql",
            """
            --liquibase formatted sql

            --changeset ann:add_due_on
            alter table content.todos add due_on date;
            --rollback alter table content.todos drop due_on;
            """);
  }

  /** Tenants in schemas of their own, one of which somebody changed by hand. */
  @BeforeEach
  void makeSchemas() throws SQLException {
    shell
        .write(
            "src/main/resources/db/tenants.yaml",
            "databaseChangeLog:\n  - include: {file: db/tenants/20260501000000_create_todos.sql}\n")
        .write(
            "src/main/resources/db/tenants/20260501000000_create_todos.sql",
            """
            --liquibase formatted sql
            --changeset ann:create_todos
            create table ${schema}.todos (id uuid not null);
            create table if not exists ${schema}.tags (id uuid not null);
            --rollback drop table ${schema}.tags, ${schema}.todos;
            """);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create schema tenant_acme; create schema tenant_globex; create schema tenant_initech;
          create table tenant_globex.tags (id uuid not null, colour text)
          """);
    }
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void every_block_is_what_the_command_prints() throws IOException {
    String page = Files.readString(PAGE);
    String actual = BLOCK.matcher(page).replaceAll(block -> quoted(answered(block)));
    Files.writeString(Path.of("target", "commands.md"), actual);
    assertThat(page)
        .as("docs/commands.md; see target/commands.md for what is printed")
        .isEqualTo(actual);
  }

  @Test
  void every_command_has_its_help_and_an_output_in_the_page() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains("$ croft --help\n");
    assertThat(line(new CountDownLatch(0), new StringWriter()).getSubcommands().keySet())
        .hasSizeGreaterThan(6)
        .allSatisfy(
            name -> {
              assertThat(page).contains("$ croft %s --help\n".formatted(name));
              assertThat(page).containsPattern("\\$ croft %s(?! --help)".formatted(name));
            });
  }

  private String answered(MatchResult block) {
    String arguments = block.group(1);
    boolean isFirstLine = arguments.endsWith(" | head -1");
    String[] words = arguments.replace(" | head -1", "").split(" ", -1);
    Result result = resultOf(words);
    if (words[0].equals("new") && result.status() == 0) {
      edit();
    }
    String printed = normal(result.out() + result.err());
    return "```text\n$ croft %s\n%s```\n"
        .formatted(arguments, isFirstLine ? printed.lines().findFirst().get() + "\n" : printed);
  }

  private Result resultOf(String... words) {
    boolean isHelp = words[words.length - 1].equals("--help");
    return switch (isHelp ? "help" : words[0]) {
      case "dev" -> dev();
      case "seed" -> seed(words);
      case "analyze" -> withDeliveries(words);
      default -> shell.run(words);
    };
  }

  /**
   * On a database that has Croft's tables, which the shop of the other blocks has not; without the
   * progress, which depends on the machine.
   */
  private Result seed(String... words) {
    PostgresServer server = PostgresServer.shared();
    try (PostgresDatabase base = server.cloneOf(SeedCommandTest.base(server))) {
      Shell system = new Shell(directory).on(base).asSystem(base.createLogin("croft_admin"));
      Result result = system.run(words);
      return new Result(result.status(), result.out(), "");
    }
  }

  private String normal(String text) {
    String known =
        text.replace(database.owner().user(), "shop_owner")
            .replace(directory.toString(), "/home/ann/shop")
            .replaceAll(":\\d+/croft", ":54329/croft")
            .replaceAll("/\\d{14}_add", "/20260503000000_add")
            .replaceAll("(checking|generating|comparing) .*, \\d+ s so far\n", "")
            .replaceAll("\\d+ of \\d+ schemas, \\w+ last\n", "")
            .replaceAll("at most \\d+ ms", "at most 4 ms")
            .replaceAll("\\.\\d+Z", "Z");
    return SECOND.matcher(known).replaceAll("2026-05-04T03:02:01Z");
  }

  /** Puts into the new file what its author would; without, nothing runs. */
  private void edit() {
    Path folder = directory.resolve("src/main/resources/db/changelog");
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.filter(each -> each.toString().endsWith("_orders.sql")).max(BY_NAME).get();
      String text = Files.readString(file);
      Files.writeString(
          file,
          text.replace(
              "--rollback not required",
              "alter table shop.orders add paid_at timestamptz;\n\n"
                  + "--rollback alter table shop.orders drop paid_at;"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the presence of a table with a fact that is told in many rows. */
  private Result withDeliveries(String... words) {
    sql(
        "create table shop.deliveries (id integer primary key, postal_code text, town text)",
        "insert into shop.deliveries"
            + " select i, 'P' || i % 40, 'T' || i % 20 from generate_series(1, 600) i");
    Result result = shell.run(words);
    sql("drop table shop.deliveries");
    return result;
  }

  private void sql(String... statements) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Stops at once instead of waiting to be interrupted. */
  private Result dev() {
    StringWriter out = new StringWriter();
    int status = line(new CountDownLatch(0), out).execute("dev", "--port=" + freePort());
    return new Result(status, out.toString(), "");
  }

  private CommandLine line(CountDownLatch forEver, StringWriter out) {
    PrintWriter writer = new PrintWriter(out, true);
    return CroftCommand.in(new Surroundings(Map.of(), directory, writer, writer), forEver);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
