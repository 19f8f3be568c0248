package dev.croft.maven;

import java.io.File;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Generates table classes from the changelogs of this project: starts PostgreSQL, applies them,
 * checks the rules, and writes one class a table. Does nothing when nothing changed.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class GenerateMojo extends TableClassesMojo {

  /**
   * The source root to write to. Generated files in it that are not generated again are deleted;
   * executions of this goal must not share one.
   */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/croft")
  private File outputDirectory;

  /** Made by Maven. */
  @Inject
  public GenerateMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  File outputDirectory() {
    return outputDirectory;
  }

  @Override
  void addSourceRoot(String root) {
    project.addCompileSourceRoot(root);
  }

  @Override
  Stream<Resource> resources() {
    return project.getResources().stream();
  }
}
