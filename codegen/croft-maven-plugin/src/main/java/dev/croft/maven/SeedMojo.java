package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;

/** Fills a database for development with rows that are made up. */
@Mojo(name = "seed", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class SeedMojo extends MigrationMojo {

  /** Made by Maven. */
  @Inject
  public SeedMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "seed";
  }
}
