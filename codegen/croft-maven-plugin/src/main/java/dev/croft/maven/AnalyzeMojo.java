package dev.croft.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;

/** Looks in the rows of a database for facts that are told more than once; changes nothing. */
@Mojo(name = "analyze", threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class AnalyzeMojo extends DatabaseMojo {

  /** Tables, as {@code schema.table}, or schemas; without any, all. */
  @Parameter(property = "croft.tables")
  private List<String> tables = List.of();

  /** How many rows of a table are read at most. */
  @Parameter(property = "croft.sample")
  private Long sample;

  /** How long a query may take, such as {@code 30s}. */
  @Parameter(property = "croft.timeout")
  private String timeout;

  /** Made by Maven. */
  @Inject
  public AnalyzeMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "analyze";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.option("sample", sample).option("timeout", timeout);
    tables.forEach(words::word);
  }
}
