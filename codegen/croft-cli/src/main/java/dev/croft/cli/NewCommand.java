package dev.croft.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "new",
    description = "Writes a changelog file with its name, a skeleton and a rollback.",
    footer = {
      "",
      "\"croft new create todos\" begins a tenant's table, content.todos, and its schema",
      "where no file makes it yet; any other description begins an empty change. The",
      "file goes beside the changelog, which is told of it, or made where there is",
      "none: db/changelog.xml includes what is in db/changelog."
    })
@SuppressWarnings("NullAway.Init")
final class NewCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "DESCRIPTION",
      arity = "1..*",
      description = "What changes, in a few words: create todos.")
  private List<String> description;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      defaultValue = "content",
      description = "The schema of a table; ${DEFAULT-VALUE}.")
  private String schema = "";

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "The author of the changeset; without it the user of this machine.")
  private String author = "";

  NewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    MasterChangelog master =
        new MasterChangelog(changelog.directory(surroundings), changelog.changelog());
    NewChangelog change = NewChangelog.of(String.join(" ", description), schema, author);
    if (master.has(change.name())) {
      throw new UsageException(
          "No changelog was written",
          "there is a file for %s".formatted(change.name()),
          "Describe what is different this time.");
    }
    NewChangelog ofSchema = NewChangelog.ofSchema(schema, author);
    Stream<NewChangelog> changes =
        change.needsSchema() && !master.has(ofSchema.name())
            ? Stream.of(ofSchema, change)
            : Stream.of(change);
    List<Path> written = changes.map(each -> master.add(each, Clock.systemUTC())).toList();
    return output.write(answer(written, master.file()));
  }

  private Answer answer(List<Path> written, Path master) {
    List<String> files = written.stream().map(surroundings::nameOf).toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("files", files);
    facts.put("changelog", surroundings.nameOf(master));
    List<String> lines = new ArrayList<>();
    files.forEach(each -> lines.add("Wrote " + each));
    lines.add(
        "%s includes %s.".formatted(surroundings.nameOf(master), files.size() > 1 ? "them" : "it"));
    lines.add("Edit, then: croft migrate");
    return new Answer(ExitStatus.DONE, facts, lines);
  }
}
