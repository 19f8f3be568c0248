package dev.croft.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * A goal that is a command of the command line, run in the directory of the project. The phase is
 * where the JDK is selected that runs it.
 */
@Execute(phase = LifecyclePhase.VALIDATE)
@SuppressWarnings("NullAway.Init")
abstract class CommandMojo extends AbstractMojo {

  private static final String SERVER = "croft.postgres";

  /**
   * More options and arguments of the command, separated by commas: {@code
   * -Dcroft.arguments=--json,--all}.
   */
  @Parameter(property = "croft.arguments")
  private List<String> arguments = List.of();

  /** Whether to do nothing. */
  @Parameter(property = "croft.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true)
  private List<Artifact> artifacts;

  @Parameter(defaultValue = "${project}", readonly = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true)
  private MavenSession session;

  private final ToolchainManager toolchains;

  CommandMojo(ToolchainManager toolchains) {
    this.toolchains = toolchains;
  }

  /** The name of the command. */
  abstract String command();

  /** Adds the options that the parameters stand for. */
  abstract void addTo(Arguments words);

  /** Whether the command looks for classes of the project, and of what that depends on. */
  boolean isLoadingTheProject() {
    return false;
  }

  @Override
  public final void execute() throws MojoFailureException {
    if (skip || project.getPackaging().equals("pom")) {
      getLog().info("croft %s: nothing to do here".formatted(command()));
      return;
    }
    refusePassword();
    Arguments words = new Arguments().word(command());
    addTo(words);
    int exit = run(words.words(arguments));
    if (exit != 0) {
      throw new MojoFailureException(Exits.message(command(), exit));
    }
  }

  private void refusePassword() throws MojoFailureException {
    if (session.getUserProperties().containsKey("croft.password")) {
      throw new MojoFailureException(
          "The password was not used: croft.password is on the command line, and the list of"
              + " processes shows that to every user of this machine. Change it, and set"
              + " DATABASE_MIGRATION_PASSWORD in the environment or in .env.");
    }
  }

  private int run(List<String> words) throws MojoFailureException {
    try {
      return new CommandFork(
              JavaCommand.selected(toolchains, session), classPath(), directory().toPath())
          .run(systemProperties(), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final File directory() {
    return project.getBasedir();
  }

  private List<Path> classPath() {
    if (!isLoadingTheProject()) {
      return ClassPath.merged(List.of(), artifacts);
    }
    List<Path> paths = new ArrayList<>();
    paths.add(Path.of(project.getBuild().getOutputDirectory()));
    paths.addAll(ClassPath.merged(project.getArtifacts(), artifacts));
    return paths;
  }

  /** Which PostgreSQL a command starts; all else are options of its own. */
  private Properties systemProperties() {
    Properties properties = new Properties();
    String server = session.getUserProperties().getProperty(SERVER);
    if (server != null) {
      properties.put(SERVER, server);
    }
    return properties;
  }
}
