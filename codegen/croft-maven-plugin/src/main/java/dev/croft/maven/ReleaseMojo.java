package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** Freezes the changelog files that no earlier release has frozen. */
@Mojo(name = "release", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class ReleaseMojo extends ChangelogMojo {

  /** The name of the release, such as {@code 1.2.0}. */
  @Parameter(property = "croft.release", defaultValue = "${project.version}")
  private String release;

  /** Made by Maven. */
  @Inject
  public ReleaseMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "release";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.word(release);
  }
}
