package dev.croft.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every goal, run by Maven in a project beside this build, on the database of {@code croft:dev};
 * each step goes on where the one before it ended. What {@link NewUserPathCheck} runs is not run
 * again.
 */
@TestMethodOrder(OrderAnnotation.class)
class GoalsCheck {

  private static final Pattern GOAL = Pattern.compile("<goal>(.+)</goal>");
  private static final Set<String> ran = new TreeSet<>(Set.of("generate", "lint", "check"));

  private static Project project;
  private static Development development;
  private static String url;

  @BeforeAll
  static void begin() throws Exception {
    int port = Development.freePort();
    url = "postgresql://localhost:%d/croft".formatted(port);
    project = Project.begin("goals");
    development =
        Development.start(
            project.maven(),
            words(
                List.of("new", "dev"), "-Dcroft.description=create notes", "-Dcroft.port=" + port));
  }

  @AfterAll
  static void end() throws Exception {
    development.interrupt();
  }

  @Test
  @Order(1)
  void dev_runs_a_database_that_the_changelog_made() throws Exception {
    assertThat(development.told())
        .contains("_create_notes.sql")
        .contains(" changesets applied.")
        .contains("seeder development wrote ")
        .contains("PostgreSQL runs at jdbc:" + url + " as croft_owner.");
  }

  @Test
  @Order(2)
  void a_change_is_begun_looked_at_and_released() throws Exception {
    Outcome outcome =
        run(
            project.maven(),
            List.of("new", "migrate", "generate-test", "release", "help"),
            "-Dcroft.description=create reminders",
            "-Dcroft.dryRun=true");
    assertThat(outcome.built().output())
        .contains("_create_reminders.sql")
        .contains("begin;\ncreate table content.reminders (")
        .contains("Table classes: 7 written, 0 unchanged, 0 deleted")
        .contains("3 changelogs frozen for release 1.")
        .contains("croft:help\n");
    assertThat(project.file("src/main/resources/db/changelog.lock")).exists();
  }

  @Test
  @Order(3)
  void the_owner_applies_it_and_takes_it_back() throws Exception {
    Outcome outcome =
        run(
            project.maven(),
            List.of("migrate", "status", "docs", "doctor", "rollback", "reset"),
            "-Dcroft.url=" + url,
            "-Dcroft.count=1");
    assertThat(outcome.built().output())
        .contains("1 changeset applied.")
        .contains(" changesets applied, 0 pending, 0 changed, 0 unknown.")
        .contains("Wrote schema.html: ")
        .contains(
            "WARNING table-unknown: a tenant session may reach content.notes, content.reminders")
        .contains("1 changeset rolled back.")
        .contains("applied croft/changelog/20261120000100_create_roles.sql::croft:create_roles")
        .doesNotContain("SLF4J");
    assertThat(project.file("schema.html")).content().contains("content.reminders");
  }

  @Test
  @Order(4)
  void who_sees_all_rows_seeds_and_analyses_them() throws Exception {
    Outcome outcome = run(project.maven(), List.of("seed", "analyze"), "-Dcroft.tenants=2");
    assertThat(outcome.built().output())
        .contains("seeder development wrote ")
        .contains(" tables read, ");
  }

  @Test
  @Order(5)
  void dev_stops_the_database_when_it_is_interrupted() throws Exception {
    assertThat(project.file(".croft/dev/data/postmaster.pid")).exists();
    development.interrupt();
    assertThat(development.told()).contains("PostgreSQL has stopped.");
    assertThat(project.file(".croft/dev/data/postmaster.pid")).doesNotExist();
  }

  @Test
  @Order(6)
  void no_goal_is_left_out() throws Exception {
    assertThat(ran).containsExactlyElementsOf(published());
  }

  private static Set<String> published() throws IOException {
    try (InputStream in = GoalsCheck.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      String descriptor = new String(requireNonNull(in).readAllBytes(), UTF_8);
      Set<String> goals = new TreeSet<>();
      GOAL.matcher(descriptor).results().forEach(found -> goals.add(found.group(1)));
      return goals;
    }
  }

  private static Outcome run(Maven maven, List<String> goals, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("-Dcroft.envFile=.croft/dev/database.env"));
    all.addAll(List.of(options));
    return maven.run(words(goals, all.toArray(String[]::new)));
  }

  private static String[] words(List<String> goals, String... options) {
    ran.addAll(goals);
    return Stream.concat(goals.stream().map("croft:"::concat), Stream.of(options))
        .toArray(String[]::new);
  }
}
