package dev.croft.migrations.waves;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Migrates schemas in a process of its own, which is told their names on its standard input, after
 * the credentials: these are seen neither in the list of processes nor in the environment.
 */
final class ForkedLane implements Lane {
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private ForkedLane(Process process) {
    this.process = process;
    this.questions = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  /**
   * @param settings what {@link Worker} reads first
   */
  static ForkedLane of(List<String> settings) {
    try {
      ForkedLane lane =
          new ForkedLane(
              new ProcessBuilder(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      Worker.class.getName())
                  .redirectError(ProcessBuilder.Redirect.INHERIT)
                  .start());
      for (String each : settings) {
        lane.say(Base64.getEncoder().encodeToString(each.getBytes(UTF_8)));
      }
      lane.questions.flush();
      return lane;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(String line) throws IOException {
    questions.write(line);
    questions.newLine();
  }

  @Override
  public SchemaOutcome migrate(String schema) {
    try {
      say(schema);
      questions.flush();
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(Worker.DONE)) {
          return SchemaOutcome.done(schema, Integer.parseInt(line.substring(Worker.DONE.length())));
        }
        if (line.startsWith(Worker.FAILED)) {
          byte[] failure = Base64.getDecoder().decode(line.substring(Worker.FAILED.length()));
          return SchemaOutcome.failed(schema, new String(failure, UTF_8));
        }
      }
      return ended(schema);
    } catch (IOException e) {
      return ended(schema);
    }
  }

  private static SchemaOutcome ended(String schema) {
    return SchemaOutcome.failed(
        schema,
        "The schema %s was not migrated: the process that migrated it ended. Migrate again; what"
                .formatted(schema)
            + " it had not committed is undone.");
  }

  @Override
  public void close() {
    try {
      questions.close();
      process.waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
