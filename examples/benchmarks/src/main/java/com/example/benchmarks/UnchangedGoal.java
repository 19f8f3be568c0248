package com.example.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The goal {@code croft:generate} of the example quickstart in Maven, where nothing changed since
 * the last build: from the line that announces the goal to the line that announces the next.
 */
final class UnchangedGoal {
  private static final String ANNOUNCED = "[INFO] --- ";
  private static final String GOAL = ":generate (default) @ croft-quickstart";
  private static final String UNCHANGED = "Table classes: unchanged since they were generated";
  private static final String MAVEN = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";

  private final Path root;

  /** Builds what the measured builds find. */
  UnchangedGoal(Path root) throws IOException {
    this.root = root;
    build(line -> {});
  }

  private interface Listener {
    void heard(String line);
  }

  long nanoseconds() throws IOException {
    Stopwatch watch = new Stopwatch();
    build(watch);
    return watch.nanoseconds();
  }

  private void build(Listener listener) throws IOException {
    List<String> words =
        List.of(MAVEN, "-o", "-B", "-ntp", "-pl", "examples/quickstart", "-am", "compile");
    Process maven =
        new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true).start();
    try (BufferedReader lines = maven.inputReader()) {
      List<String> said = lines.lines().peek(listener::heard).toList();
      if (maven.waitFor() != 0) {
        throw new IllegalStateException("Maven failed:\n" + String.join("\n", said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      maven.destroy();
    }
  }

  private static final class Stopwatch implements Listener {
    private long begin;
    private long end;
    private boolean isUnchanged;

    @Override
    public void heard(String line) {
      if (line.startsWith(ANNOUNCED)) {
        if (begin != 0 && end == 0) {
          end = System.nanoTime();
        }
        if (line.contains(GOAL)) {
          begin = System.nanoTime();
        }
      }
      isUnchanged |= begin != 0 && line.contains(UNCHANGED);
    }

    long nanoseconds() {
      if (!isUnchanged || end == 0) {
        throw new IllegalStateException("the goal was not skipped, or not run");
      }
      return end - begin;
    }
  }
}
