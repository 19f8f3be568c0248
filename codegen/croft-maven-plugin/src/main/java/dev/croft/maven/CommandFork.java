package dev.croft.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command of the command line in a JVM of its own, on the terminal of Maven: what it prints
 * is not Maven's log, and it may ask.
 */
final class CommandFork {

  private static final String MAIN = "dev.croft.cli.Main";
  private static final long SECONDS_TO_END = 60;

  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Djava.awt.headless=true",
          "-Dorg.jooq.no-logo=true",
          "-Dorg.jooq.no-tips=true",
          "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
          "-Dslf4j.internal.verbosity=WARN");

  private final Path java;
  private final List<Path> classPath;
  private final Path directory;

  /**
   * @param directory what relative paths of the command are relative to
   */
  CommandFork(Path java, List<Path> classPath, Path directory) {
    this.java = java;
    this.classPath = classPath;
    this.directory = directory;
  }

  /**
   * Waits for the command, and ends it first if Maven is told to end.
   *
   * @param properties system properties of the JVM
   * @return the exit code
   */
  int run(Properties properties, List<String> arguments) throws IOException {
    Process process = start(MAIN, properties, arguments);
    Thread ending = new Thread(() -> end(process), "croft-command-ending");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while croft ran", e);
    } finally {
      forget(ending);
    }
  }

  private Process start(String main, Properties properties, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(JVM_OPTIONS);
    properties.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.add(main);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
    builder.environment().put("CLASSPATH", ClassPath.joined(classPath));
    return builder.start();
  }

  /** A server for development needs its time: whoever interrupts Maven finds it stopped. */
  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException endingAlready) {
      // Then the command has been told to end.
    }
  }
}
