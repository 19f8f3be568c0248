package com.example.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long generating table classes takes: the example quickstart's, each time in a JVM that has
 * just started, as a goal and a command do it.
 *
 * <pre>{@code mvn -Pbenchmarks -DskipTests -pl examples/benchmarks -am package
 * -Dbenchmark=com.example.benchmarks.GenerateTime}</pre>
 */
public final class GenerateTime {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final int RUNS = 3;

  private GenerateTime() {}

  private interface Work {
    long nanoseconds() throws IOException;
  }

  /**
   * Prints a table in Markdown.
   *
   * @param arguments how often each is measured; 3 times if it is not said
   */
  public static void main(String... arguments) throws IOException {
    int runs = arguments.length == 0 ? RUNS : Integer.parseInt(arguments[0]);
    List<String> lines = new ArrayList<>();
    lines.add("| | median, ms | lowest, ms |");
    lines.add("| --- | ---: | ---: |");
    processes(runs, lines);
    UnchangedGoal goal = new UnchangedGoal(ROOT);
    lines.add(row("unchanged, as a goal: no database, nothing written", runs, goal::nanoseconds));
    lines.forEach(System.out::println);
  }

  private static void processes(int runs, List<String> lines) throws IOException {
    Path directory = Files.createTempDirectory("croft-generate-time");
    GeneratorRuns generator =
        new GeneratorRuns(ROOT.resolve("examples/quickstart/src/main/resources"), directory);
    lines.add(row("cold: PostgreSQL not unpacked yet, no output", runs, generator::cold));
    lines.add(row("warm: PostgreSQL unpacked, no output", runs, generator::warm));
    lines.add(row("a changed changelog", runs, generator::changed));
    lines.add(row("check", runs, generator::check));
    lines.add(row("unchanged, as a command: no database, nothing written", runs, generator::again));
    generator.delete();
  }

  private static String row(String what, int runs, Work work) throws IOException {
    List<Long> milliseconds = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      milliseconds.add(work.nanoseconds() / 1_000_000);
      System.out.printf("%s: %d ms%n", what, milliseconds.getLast());
    }
    Collections.sort(milliseconds);
    return String.format(
        Locale.ROOT, "| %s | %d | %d |", what, milliseconds.get(runs / 2), milliseconds.getFirst());
  }
}
