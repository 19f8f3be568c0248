package dev.croft.maven;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Examines a live database as Croft does when an application starts. Needs croft-core, which it
 * finds on the class path of the project.
 */
@Mojo(name = "doctor", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class DoctorMojo extends DatabaseMojo {

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
  List<Artifact> additionalArtifacts() {
    return new ArrayList<>(project.getArtifacts());
  }
}
