package dev.croft.fork;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own that runs a main class of the tests. */
public final class ForkedJvm implements AutoCloseable {
  private static final int SECONDS = 60;

  private final Process process;
  private final BufferedReader output;

  private ForkedJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  public static ForkedJvm running(Class<?> main, String... arguments) {
    return without(entry -> false, main, arguments);
  }

  /** Leaves out the entries of the class path that {@code absent} accepts. */
  public static ForkedJvm without(Predicate<String> absent, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(absent), main.getName()));
    command.addAll(List.of(arguments));
    try {
      return new ForkedJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath(Predicate<String> absent) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(absent.negate())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits for a line that begins with the mark, and gives what follows it. */
  public String await(String mark) {
    List<String> seen = new ArrayList<>();
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(mark)) {
          return line.substring(mark.length());
        }
        seen.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("%s was not printed, but %s".formatted(mark, seen));
  }

  /** Asks the process to end, as Ctrl-C and a service manager do. */
  public void interrupt() {
    // Not the process's own method, which closes its output too.
    process.toHandle().destroy();
  }

  /** Kills the process as the operating system does when memory runs out. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  public int awaitExit() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the forked JVM does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
