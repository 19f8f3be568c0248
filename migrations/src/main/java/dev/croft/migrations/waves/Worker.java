package dev.croft.migrations.waves;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The main class of a process that migrates schemas for another, which tells it which. */
final class Worker {
  static final String DONE = "croft wave done ";
  static final String FAILED = "croft wave failed ";

  private Worker() {}

  /** What a worker has to know, as lines. */
  static List<String> settings(
      String url, Login login, String changelog, List<Path> directories, WavePlan plan) {
    List<String> lines = new ArrayList<>(List.of(url, login.user(), login.password(), changelog));
    lines.add(plan.lockTimeout().toString());
    lines.add(Integer.toString(plan.lockAttempts()));
    lines.add(Integer.toString(directories.size()));
    directories.forEach(each -> lines.add(each.toAbsolutePath().toString()));
    return lines;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (Lane lane = Lane.of(migrator(questions))) {
      for (String schema = questions.readLine(); schema != null; schema = questions.readLine()) {
        answers.println(answer(lane.migrate(schema)));
        answers.flush();
      }
    }
  }

  private static Migrator migrator(BufferedReader settings) throws IOException {
    String url = next(settings);
    Login login = new Login(next(settings), next(settings));
    Migrator migrator = Migrator.of(url, login, next(settings));
    Duration lockTimeout = Duration.parse(next(settings));
    int attempts = Integer.parseInt(next(settings));
    Path[] directories = new Path[Integer.parseInt(next(settings))];
    for (int i = 0; i < directories.length; i++) {
      directories[i] = Path.of(next(settings));
    }
    return migrator.givingWay(lockTimeout, attempts).readingFrom(directories);
  }

  private static String next(BufferedReader settings) throws IOException {
    String line = settings.readLine();
    if (line == null) {
      throw new IOException("the settings end too early");
    }
    return new String(Base64.getDecoder().decode(line), UTF_8);
  }

  private static String answer(SchemaOutcome outcome) {
    return outcome
        .failure()
        .map(text -> FAILED + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))
        .orElse(DONE + outcome.applied());
  }
}
