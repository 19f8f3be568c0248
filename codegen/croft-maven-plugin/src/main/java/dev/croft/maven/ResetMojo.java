package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Empties a database for development, and applies the changelog. Refused where rows would be lost,
 * unless told twice.
 */
@Mojo(name = "reset", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class ResetMojo extends MigrationMojo {

  /** Whether to lose whatever the database holds; {@code croft.database} names it once more. */
  @Parameter(property = "croft.discardRows", defaultValue = "false")
  private boolean discardRows;

  /** The name of the database that loses its rows. */
  @Parameter(property = "croft.database")
  private String database;

  /** Made by Maven. */
  @Inject
  public ResetMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "reset";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.flag("discard-rows", discardRows).option("database", database);
  }
}
