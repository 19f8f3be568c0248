package dev.croft.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Runs the generator in a JVM of its own: its classes are Java 21, Maven's JVM may be older. */
final class Fork {

  private static final String MAIN = "dev.croft.codegen.CodegenMain";

  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Djava.awt.headless=true",
          "-Dorg.jooq.no-logo=true",
          "-Dorg.jooq.no-tips=true",
          "-Dorg.slf4j.simpleLogger.logFile=System.out",
          "-Dorg.slf4j.simpleLogger.levelInBrackets=true",
          "-Dorg.slf4j.simpleLogger.showThreadName=false",
          "-Dorg.slf4j.simpleLogger.showLogName=false",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.log.org.jooq=error",
          "-Dorg.slf4j.simpleLogger.log.dev.croft=warn",
          "-Dorg.slf4j.simpleLogger.log.dev.croft.codegen=info");

  private final Path java;
  private final List<Path> classPath;
  private final Path options;
  private final Path error;
  private final ForkLog log;

  /**
   * @param options where to write what the generator reads
   * @param error where the generator writes why it failed
   */
  Fork(Path java, List<Path> classPath, Path options, Path error, Log log) {
    this.java = java;
    this.classPath = classPath;
    this.options = options;
    this.error = error;
    this.log = new ForkLog(log);
  }

  /**
   * @throws MojoFailureException with the generator's own message
   */
  void run(Properties properties) throws IOException, MojoFailureException {
    Files.deleteIfExists(error);
    write(properties);
    int exit = exitCode(start());
    if (exit != 0) {
      throw new MojoFailureException(
          Files.exists(error)
              ? Files.readString(error)
              : "the generator ended with exit code %d%n%s".formatted(exit, log.tail()));
    }
  }

  private void write(Properties properties) throws IOException {
    properties.put("errorFile", error.toString());
    Files.createDirectories(options.toAbsolutePath().getParent());
    try (Writer writer = Files.newBufferedWriter(options)) {
      properties.store(writer, null);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(java.toString());
    builder.command().addAll(JVM_OPTIONS);
    builder.command().addAll(List.of(MAIN, options.toString()));
    builder.environment().put("CLASSPATH", ClassPath.joined(classPath));
    return builder.redirectErrorStream(true).start();
  }

  private int exitCode(Process process) throws IOException {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(log::line);
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the generator ran", e);
    } finally {
      process.destroy();
    }
  }
}
