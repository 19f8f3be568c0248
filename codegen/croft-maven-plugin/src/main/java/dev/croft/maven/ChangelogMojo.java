package dev.croft.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** A command that reads the changelog. */
@SuppressWarnings("NullAway.Init")
abstract class ChangelogMojo extends CommandMojo {

  /** The changelog, as a path below one of the project's resource directories. */
  @Parameter(property = "croft.changelog", defaultValue = "db/changelog.xml")
  private String changelog;

  ChangelogMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  void addTo(Arguments words) {
    Changelogs.addTo(words, project, changelog);
  }
}
