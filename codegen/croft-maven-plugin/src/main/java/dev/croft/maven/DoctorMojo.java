package dev.croft.maven;

import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Examines a live database as Croft does when an application starts, with the application's own
 * environment. Needs croft-core, which it finds on the class path of the project.
 */
@Mojo(name = "doctor", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class DoctorMojo extends CommandMojo {

  /** Classes of generated schemas to compare with the database. */
  @Parameter(property = "croft.schemaClasses")
  private List<String> schemaClasses = List.of();

  /** Whether a warning counts as an error. */
  @Parameter(property = "croft.strict", defaultValue = "false")
  private boolean strict;

  /**
   * A file of {@code NAME=value} lines that complete the environment. Without it {@code .env} in
   * the directory of the project, if there is one.
   */
  @Parameter(property = "croft.envFile")
  private File envFile;

  /** Made by Maven. */
  @Inject
  public DoctorMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "doctor";
  }

  @Override
  void addTo(Arguments words) {
    schemaClasses.forEach(each -> words.option("schema", each));
    words.flag("strict", strict).option("env-file", envFile);
  }

  @Override
  boolean isLoadingTheProject() {
    return true;
  }
}
