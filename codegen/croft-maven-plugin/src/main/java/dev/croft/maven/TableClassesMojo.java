package dev.croft.maven;

import dev.croft.fingerprint.ChangelogPath;
import dev.croft.fingerprint.Fingerprint;
import dev.croft.fingerprint.FingerprintFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** What the goals have in common; which sources they generate for is up to each. */
@SuppressWarnings("NullAway.Init")
abstract class TableClassesMojo extends AbstractMojo {

  /** Which PostgreSQL is started; of no other property may depend what is generated. */
  private static final String SERVER = "croft.postgres";

  /**
   * The master changelog, as a path below one of the project's resource directories. It includes
   * {@code croft/changelog.xml}.
   */
  @Parameter(defaultValue = "db/changelog.xml")
  private String changelog;

  /** The package of the generated classes, which go into one sub package a schema. */
  @Parameter(required = true)
  private String packageName;

  /** The schemas whose tables get classes. */
  @Parameter private List<String> schemas = List.of();

  /**
   * Elements of jOOQ's own {@code generator}: {@code name}, the {@code name} of a {@code strategy},
   * and of the {@code database} {@code forcedTypes}, {@code includes}, {@code excludes}, {@code
   * includeExcludeColumns} and {@code properties}. Classes that they name are dependencies of the
   * plugin.
   */
  @Parameter private PlexusConfiguration jooq;

  /** Whether to generate nothing, and compile what an earlier build generated. */
  @Parameter(property = "croft.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project.build.directory}/croft", readonly = true)
  private File stateDirectory;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
  private List<Artifact> artifacts;

  @Parameter(defaultValue = "${project}", readonly = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true)
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private MojoExecution execution;

  private final ToolchainManager toolchains;

  TableClassesMojo(ToolchainManager toolchains) {
    this.toolchains = toolchains;
  }

  /** The source root to write to. */
  abstract File outputDirectory();

  /** Has Maven compile what is below {@code root}. */
  abstract void addSourceRoot(String root);

  /** Where the changelogs are. */
  abstract Stream<Resource> resources();

  /** Whether the classes will be compiled at all. */
  boolean isNeeded() {
    return true;
  }

  @Override
  public final void execute() throws MojoFailureException {
    if (!isNeeded() || project.getPackaging().equals("pom")) {
      return;
    }
    addSourceRoot(outputDirectory().getAbsolutePath());
    if (skip) {
      getLog().info("Table classes: skipped, because croft.skip is set");
      return;
    }
    try {
      generateIfChanged();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void generateIfChanged() throws IOException, MojoFailureException {
    FingerprintFile file = new FingerprintFile(state("fingerprint"));
    // Taken once, and before: what is edited while the generator runs, it may not have read.
    String inputs = inputs();
    if (file.matches(inputs, outputs())) {
      getLog().info("Table classes: unchanged since they were generated");
      return;
    }
    file.delete();
    fork().run(options());
    file.write(inputs, outputs());
  }

  private Fork fork() throws MojoFailureException {
    return new Fork(
        JavaCommand.selected(toolchains, session),
        artifacts.stream().map(TableClassesMojo::path).toList(),
        state("options"),
        state("error"),
        getLog());
  }

  private Properties options() throws IOException {
    Properties options = new Properties();
    String server = session.getUserProperties().getProperty(SERVER);
    if (server != null) {
      options.put("system." + SERVER, server);
    }
    options.put("changelog", changelog().name());
    options.put("packageName", packageName);
    options.put("schemas", String.join(",", schemas));
    options.put("resources", ClassPath.joined(resourceDirectories()));
    options.put("outputDirectory", outputDirectory().getAbsolutePath());
    jooq().ifPresent(file -> options.put("jooq", file.toString()));
    return options;
  }

  private Optional<Path> jooq() throws IOException {
    return JooqConfiguration.write(jooq, state("jooq.xml"));
  }

  private String inputs() throws IOException {
    ChangelogPath path = changelog();
    Fingerprint inputs =
        new Fingerprint().text(path.name()).text(packageName).text(String.join(",", schemas));
    Optional<Path> jooq = jooq();
    if (jooq.isPresent()) {
      inputs.text(Files.readString(jooq.get()));
    }
    for (Artifact artifact : artifacts) {
      inputs.text(artifact.getId());
      if (decides(artifact)) {
        inputs.classes(path(artifact));
      }
    }
    for (Path directory : resourceDirectories()) {
      inputs.files(directory, path::mayRead);
    }
    return inputs.value();
  }

  /** The command line says what is generated, not how. */
  private static boolean decides(Artifact artifact) {
    boolean isOurs = artifact.getGroupId().equals("dev.croft");
    return (isOurs || artifact.isSnapshot())
        && !(isOurs && artifact.getArtifactId().equals("croft-cli"));
  }

  private String outputs() throws IOException {
    return new Fingerprint()
        .files(outputDirectory().toPath(), name -> name.endsWith(".java"))
        .value();
  }

  private ChangelogPath changelog() {
    return new ChangelogPath(changelog);
  }

  private List<Path> resourceDirectories() {
    return resources()
        .map(Resource::getDirectory)
        .map(Path::of)
        .filter(Files::isDirectory)
        .toList();
  }

  private static Path path(Artifact artifact) {
    return artifact.getFile().toPath();
  }

  private Path state(String extension) {
    return stateDirectory.toPath().resolve(execution.getExecutionId() + "." + extension);
  }
}
