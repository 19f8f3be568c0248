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
 * As {@code generate}, for the tests of this project: the changelogs may be test resources too, and
 * the table classes are compiled with the tests.
 */
@Mojo(
    name = "generate-test",
    defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
    threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class GenerateTestMojo extends TableClassesMojo {

  /**
   * The source root to write to. Generated files in it that are not generated again are deleted;
   * executions of this goal must not share one.
   */
  @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/croft")
  private File outputDirectory;

  @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
  private boolean testsAreSkipped;

  /** Made by Maven. */
  @Inject
  public GenerateTestMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  File outputDirectory() {
    return outputDirectory;
  }

  @Override
  void addSourceRoot(String root) {
    project.addTestCompileSourceRoot(root);
  }

  @Override
  Stream<Resource> resources() {
    return Stream.concat(project.getTestResources().stream(), project.getResources().stream());
  }

  @Override
  boolean isNeeded() {
    return !testsAreSkipped;
  }
}
