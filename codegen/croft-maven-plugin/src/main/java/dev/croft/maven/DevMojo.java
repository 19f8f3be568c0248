package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** Runs a PostgreSQL for development, migrated, until it is interrupted. */
@Mojo(name = "dev", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class DevMojo extends ChangelogMojo {

  /** Where it listens; 54329. */
  @Parameter(property = "croft.port")
  private Integer port;

  /** Where its data is kept; {@code .croft/dev} in the directory of the project. */
  @Parameter(property = "croft.directory")
  private String directory;

  /** Made by Maven. */
  @Inject
  public DevMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "dev";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.option("port", port).option("directory", directory);
  }
}
