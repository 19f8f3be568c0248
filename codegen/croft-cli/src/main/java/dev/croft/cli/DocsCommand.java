package dev.croft.cli;

import dev.croft.documentation.SchemaDocumentation;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "docs",
    description = "Describes the schema, as one page of HTML or as Markdown.",
    footer = {
      "",
      "Describes what the changelog makes of an empty database, which is dropped",
      "afterwards; with --url or --existing a database that is there, and is only read.",
      "The page needs no other file and requests none. A file that this command did",
      "not write is not overwritten, unless told --force."
    })
final class DocsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ConnectionOptions database = new ConnectionOptions();
  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = {
        "html or markdown. Without it markdown where the name of the",
        "--output ends with .md, else html."
      })
  private @Nullable DocsFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "The file to write; - is standard output.",
        "Without it schema.html or schema.md in this directory."
      })
  private @Nullable Path file;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = {"A schema to describe; may be repeated.", "Without it all that have tables."})
  private List<String> schemas = List.of();

  @Option(names = "--existing", description = "Describe the database that the environment names.")
  private boolean isExisting;

  @Option(names = "--force", description = "Overwrite a file that this command did not write.")
  private boolean isForced;

  DocsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    DocsFormat chosen = format != null ? format : DocsFormat.of(file);
    DocsFile target = new DocsFile(file != null ? file : chosen.standardFile(), surroundings);
    target.refuseUnlessOurs(isForced);
    if (target.isStandardOutput() && output.isJson()) {
      throw new UsageException(
          "Nothing was written",
          "--json and --output=- both ask for standard output",
          "Name a file.");
    }
    Described described = described(chosen);
    target.write(described.text());
    return target.isStandardOutput()
        ? ExitStatus.DONE
        : output.write(answer(target, chosen, described.schema()));
  }

  private record Described(SchemaDocumentation schema, String text) {}

  private Described described(DocsFormat chosen) {
    return isExisting || database.isGiven() ? existing(chosen) : thrownAway(chosen);
  }

  private Described existing(DocsFormat chosen) {
    var there = database.in(surroundings);
    try (Connection connection = connect(there.url().jdbcUrl(), there.login())) {
      return described(chosen, connection, "Schema of database " + connection.getCatalog());
    } catch (SQLException e) {
      throw new UnreachableException(e);
    }
  }

  private static Connection connect(String url, Login login) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("ApplicationName", "croft docs");
    return DriverManager.getConnection(url, properties);
  }

  private Described thrownAway(DocsFormat chosen) {
    surroundings
        .err()
        .println("Applying %s to an empty database.".formatted(changelog.changelog()));
    surroundings.err().flush();
    try (PostgresDatabase empty = PostgresServer.shared().createDatabase();
        Progress progress = new Progress(surroundings.err(), "applying")) {
      Migrator.of(empty, changelog.changelog())
          .readingFrom(changelog.existing(surroundings))
          .tellingOf(progress)
          .apply();
      try (Connection connection = empty.connect()) {
        return described(chosen, connection, "Schema of " + changelog.changelog());
      }
    } catch (SQLException e) {
      throw new UnreachableException(e);
    }
  }

  private Described described(DocsFormat chosen, Connection connection, String title) {
    SchemaDocumentation schema = SchemaDocumentation.of(connection, schemas);
    return new Described(schema, chosen.text(schema, title));
  }

  private static Answer answer(DocsFile target, DocsFormat format, SchemaDocumentation schema) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("file", target.name());
    facts.put("format", format.toString());
    facts.put("schemas", schema.namespaces());
    facts.put("tables", schema.relations());
    facts.put("columns", schema.columns());
    facts.put("personalColumns", schema.personalColumns());
    facts.put("postgresql", schema.version());
    schema.lastChangeset().ifPresent(changeset -> facts.put("lastChangeset", changeset));
    String line =
        "Wrote %s: %s, %s, %d with personal data; schemas: %s."
            .formatted(
                target.name(),
                counted(schema.relations(), "table"),
                counted(schema.columns(), "column"),
                schema.personalColumns(),
                String.join(", ", schema.namespaces()));
    return new Answer(ExitStatus.DONE, facts, List.of(line));
  }

  private static String counted(long count, String noun) {
    return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
