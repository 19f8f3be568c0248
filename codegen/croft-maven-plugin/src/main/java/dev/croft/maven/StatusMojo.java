package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** Compares the database with the changelog, and fails if they differ; changes nothing. */
@Mojo(name = "status", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class StatusMojo extends MigrationMojo {

  /** Whether to list what is applied and unchanged, too. */
  @Parameter(property = "croft.all", defaultValue = "false")
  private boolean all;

  /** Made by Maven. */
  @Inject
  public StatusMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "status";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.flag("all", all);
  }
}
