package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** Checks the changelog, and the tables that it makes, against the rules of the schema. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class LintMojo extends MigrationMojo {

  /** Whether warnings fail the build, too. */
  @Parameter(property = "croft.strict", defaultValue = "false")
  private boolean strict;

  /** Whether to ask the rules about files alone, which starts no database. */
  @Parameter(property = "croft.files", defaultValue = "false")
  private boolean files;

  /** Whether to ask the database that the environment names, in place of a throw-away one. */
  @Parameter(property = "croft.existing", defaultValue = "false")
  private boolean existing;

  /** Whether that database is one of production: what it has applied is released. */
  @Parameter(property = "croft.production", defaultValue = "false")
  private boolean production;

  /** Made by Maven. */
  @Inject
  public LintMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "lint";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words
        .flag("strict", strict)
        .flag("files", files)
        .flag("database", existing)
        .flag("production", production);
  }
}
