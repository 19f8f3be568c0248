package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** Applies the changesets that are pending. */
@Mojo(name = "migrate", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class MigrateMojo extends MigrationMojo {

  /** Whether to print the SQL that would run, and run nothing. */
  @Parameter(property = "croft.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** What to tag the database with afterwards, so that it can be rolled back to that. */
  @Parameter(property = "croft.tag")
  private String tag;

  /** How long a changeset waits for a locked table, such as {@code 5s}. */
  @Parameter(property = "croft.lockTimeout")
  private String lockTimeout;

  /** How often a changeset is tried that finds a table locked. */
  @Parameter(property = "croft.lockAttempts")
  private Integer lockAttempts;

  /** How long to wait for another process that migrates, such as {@code 5min}. */
  @Parameter(property = "croft.wait")
  private String wait;

  /** Made by Maven. */
  @Inject
  public MigrateMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "migrate";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words
        .flag("dry-run", dryRun)
        .option("tag", tag)
        .option("lock-timeout", lockTimeout)
        .option("lock-attempts", lockAttempts)
        .option("wait", wait);
  }
}
