package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;

/** Writes the schema as a page of HTML and as Markdown. */
@Mojo(name = "docs", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class DocsMojo extends MigrationMojo {

  /** Made by Maven. */
  @Inject
  public DocsMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "docs";
  }
}
