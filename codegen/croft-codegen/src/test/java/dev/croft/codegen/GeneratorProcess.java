package dev.croft.codegen;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generator as the Maven goal runs it: in a JVM of its own, told by a file of options. */
final class GeneratorProcess {
  private static final int SECONDS = 300;

  private final Path directory;
  private final List<String> jvmOptions = new ArrayList<>();
  private final Properties options = new Properties();
  private Predicate<String> onClassPath = entry -> true;
  private String databaseUrl = "";

  /**
   * @param directory for what goes into the process and comes out
   */
  GeneratorProcess(Path directory) {
    this.directory = directory;
    options.put("packageName", "com.acme.schema");
    options.put("outputDirectory", output().toString());
    options.put("errorFile", error().toString());
  }

  GeneratorProcess generating(String changelog, String schemas) {
    options.put("changelog", changelog);
    options.put("schemas", schemas);
    return this;
  }

  GeneratorProcess withJvmOptions(String... more) {
    jvmOptions.addAll(List.of(more));
    return this;
  }

  /** On the server that the environment names. */
  GeneratorProcess at(String url) {
    databaseUrl = url;
    return this;
  }

  GeneratorProcess onServer(String kind) {
    options.put("system.croft.postgres", kind);
    return this;
  }

  GeneratorProcess without(String library) {
    onClassPath = entry -> !entry.contains(library);
    return this;
  }

  Path output() {
    return directory.resolve("generated sources");
  }

  private Path error() {
    return directory.resolve("error");
  }

  GeneratorProcess readingFrom(Path resources) {
    options.put("resources", resources.toString());
    return this;
  }

  Running start() throws IOException {
    Path file = Files.createDirectories(directory).resolve("options");
    try (Writer writer = Files.newBufferedWriter(file)) {
      options.store(writer, null);
    }
    Path log = directory.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command(file)).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("CLASSPATH", classPath());
    environment.put("CROFT_TEST_DATABASE_URL", databaseUrl);
    return new Running(builder.redirectOutput(log.toFile()).start(), log, error());
  }

  private List<String> command(Path file) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider");
    command.add("-Dorg.jooq.no-logo=true");
    command.addAll(jvmOptions);
    command.addAll(List.of(CodegenMain.class.getName(), file.toString()));
    return command;
  }

  private String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(onClassPath)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** One that has begun. */
  record Running(Process process, Path log, Path error) {

    void awaitSuccess() throws IOException, InterruptedException {
      int exit = exit();
      if (exit != 0) {
        throw unexpected(exit);
      }
    }

    /** Why it failed, as the build is told. */
    String awaitFailure() throws IOException, InterruptedException {
      int exit = exit();
      if (exit != 1 || Files.notExists(error)) {
        throw unexpected(exit);
      }
      return Files.readString(error);
    }

    private AssertionError unexpected(int exit) throws IOException {
      String message = Files.exists(error) ? Files.readString(error) : "";
      return new AssertionError(
          "exit code %d, %s%n%s".formatted(exit, message, Files.readString(log)));
    }

    private int exit() throws InterruptedException {
      try {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          throw new AssertionError("the generator does not end");
        }
        return process.exitValue();
      } finally {
        process.destroyForcibly();
      }
    }
  }
}
