package dev.croft.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Writes a changelog file with its name, a skeleton and a rollback: {@code mvn croft:new
 * -Dcroft.description="create todos"}.
 */
@Mojo(name = "new", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class NewMojo extends ChangelogMojo {

  /**
   * What changes, in a few words, such as {@code create todos}, which begins a table of tenants.
   */
  @Parameter(property = "croft.description", required = true)
  private String description;

  /** The schema of a table; {@code content}. */
  @Parameter(property = "croft.schema")
  private String schema;

  /** The author of the changeset; without it the user of this machine. */
  @Parameter(property = "croft.author")
  private String author;

  /** Made by Maven. */
  @Inject
  public NewMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "new";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.word(description).option("schema", schema).option("author", author);
  }
}
