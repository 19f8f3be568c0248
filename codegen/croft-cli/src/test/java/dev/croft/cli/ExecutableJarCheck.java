package dev.croft.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.cli.Shell.Result;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after the jar is made, so not among the tests. */
class ExecutableJarCheck {
  private static final Path JAR = Path.of(System.getProperty("croft.cli.jar"));
  private static final String VERSION = System.getProperty("croft.version");
  private static final String IN_REPOSITORY = "../../../../";

  @TempDir Path directory;

  @BeforeEach
  void copyJar() throws IOException {
    Files.copy(JAR, directory.resolve("croft.jar"));
  }

  /** JUnit would warn of links that lead elsewhere. */
  @AfterEach
  void removeLinks() throws IOException {
    Path lib = directory.resolve("lib");
    if (Files.exists(lib)) {
      for (Path jar : classPath().toList()) {
        Files.delete(lib.resolve(jar.getFileName()));
      }
    }
  }

  @Test
  void with_its_libraries_beside_it_it_runs() throws Exception {
    copyLibraries();
    assertThat(java("--version")).isEqualTo(new Result(0, "croft " + VERSION + "\n", ""));
    assertThat(java("new", "drop todos").status()).isZero();
    Files.delete(directory.resolve("src/main/resources/db/changelog.xml"));
    new Shell(directory).changeset("1_one", "create table public.one ();", "not required");
    try (PostgresDatabase database = PostgresServer.shared().createDatabase()) {
      Files.writeString(
          directory.resolve(".env"),
          "DATABASE_URL=%s\nDATABASE_MIGRATION_USER=%s\nDATABASE_MIGRATION_PASSWORD=%s\n"
              .formatted(database.jdbcUrl(), database.owner().user(), database.owner().password()));
      Result status = java("status");
      assertThat(status.status()).isEqualTo(ExitStatus.FOUND);
      assertThat(status.out()).contains("pending    db/changelog/1_one").doesNotContain("\u001b");
      assertThat(status.err()).isEmpty();
      assertThat(java("status", "-c", "croft/changelog.xml").out()).contains("create_tenants");
      assertThat(java("doctor").err()).startsWith("Nothing was examined: croft-core is not");
    }
  }

  @Test
  void what_is_generated_already_starts_no_database() throws Exception {
    copyLibraries();
    java("new", "create", "todos");
    String[] generate = {"generate", "--package", "com.example", "--schema", "content"};
    assertThat(java(generate).out()).contains("files written");
    assertThat(java(List.of("-Dcroft.postgres=none"), generate))
        .isEqualTo(new Result(0, "src/main/generated: unchanged since it was generated.\n", ""));
    String[] check = {"check", "--package", "com.example", "--schema", "content"};
    assertThat(java(List.of("-Dcroft.postgres=none"), check).err())
        .contains("No PostgreSQL server was started");
  }

  @Test
  void without_them_it_says_how_to_get_them() throws Exception {
    assertThat(java("status"))
        .isEqualTo(
            new Result(
                ExitStatus.FAILED,
                "",
                "Croft cannot run: the class liquibase.Scope is missing. Put the libraries into lib"
                    + " beside the jar: mvn dependency:copy-dependencies -DincludeScope=runtime"
                    + " -DoutputDirectory=lib, or run the jar from the local Maven"
                    + " repository.\n"));
  }

  @Test
  void nothing_of_liquibase_and_of_the_driver_is_in_it() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(Object::toString))
          .contains("croft/changelog.xml", "dev/croft/cli/Main.class", "picocli/CommandLine.class")
          .noneMatch(each -> each.startsWith("liquibase/") || each.startsWith("org/postgresql/"));
    }
  }

  @Test
  void its_manifest_names_the_libraries_in_both_places() throws IOException {
    List<String> beside = new ArrayList<>();
    List<String> inRepository = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      String all = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String each : all.split(" ", -1)) {
        (each.startsWith(IN_REPOSITORY) ? inRepository : beside).add(each);
      }
    }
    Path repository = repository();
    assertThat(inRepository)
        .anyMatch(each -> each.contains("/liquibase-core-"))
        .anyMatch(each -> each.contains("/postgresql-"))
        .anyMatch(each -> each.contains("/croft-core-"))
        .filteredOn(each -> !each.contains("/croft-core-") && !each.contains("/HikariCP-"))
        .allMatch(each -> Files.exists(repository.resolve(each.substring(IN_REPOSITORY.length()))))
        .noneMatch(each -> each.contains("testcontainers") || each.contains("picocli"));
    assertThat(beside)
        .containsExactlyElementsOf(
            inRepository.stream().map(each -> each.replaceFirst(".*/", "lib/")).toList());
  }

  private Result java(String... arguments) throws IOException, InterruptedException {
    return java(List.of(), arguments);
  }

  private Result java(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", "croft.jar"));
    command.addAll(List.of(arguments));
    File err = directory.resolve("err.txt").toFile();
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectError(err).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), out, Files.readString(err.toPath()));
  }

  private void copyLibraries() throws IOException {
    Files.createDirectory(directory.resolve("lib"));
    for (Path jar : classPath().toList()) {
      Files.createSymbolicLink(directory.resolve("lib").resolve(jar.getFileName()), jar);
    }
  }

  private static Path repository() {
    Path liquibase =
        classPath().filter(each -> each.toString().contains("liquibase-core")).findFirst().get();
    return liquibase.resolve("../../../../..").normalize();
  }

  private static Stream<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.endsWith(".jar"))
        .map(Path::of);
  }
}
