package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.toolchain.ToolchainManager;

/** Checks the changelog, and the tables that it makes, against the rules of the schema. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class LintMojo extends ChangelogMojo {

  /** Made by Maven. */
  @Inject
  public LintMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "lint";
  }
}
