package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Rolls back the changesets that were applied last: {@code croft.count} of them, or to {@code
 * croft.toTag}. What they drop is lost, rows too.
 */
@Mojo(name = "rollback", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class RollbackMojo extends MigrationMojo {

  /** How many. */
  @Parameter(property = "croft.count")
  private Integer count;

  /** The tag to go back to. */
  @Parameter(property = "croft.toTag")
  private String toTag;

  /** Made by Maven. */
  @Inject
  public RollbackMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "rollback";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.option("count", count).option("to-tag", toTag);
  }
}
