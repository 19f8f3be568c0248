package dev.croft.cli;

import dev.croft.migrations.AppliedChangeset;
import dev.croft.migrations.AppliedChangeset.Standing;
import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.MigrationStatus;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    description = "Compares the database with the changelog; changes nothing.",
    footer = {
      "",
      "pending: not applied yet. changed: edited after it was applied. unknown: applied,",
      "and not in the changelog. Any of them makes the exit code 3."
    })
@SuppressWarnings("NullAway.Init")
final class StatusCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command;
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = {"-a", "--all"},
      description = "List what is applied and unchanged, too.")
  private boolean isAll;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    MigrationStatus status = changelog.migrator(connection.in(surroundings), surroundings).status();
    return output.write(
        new Answer(
            status.isUpToDate() ? ExitStatus.DONE : ExitStatus.FOUND,
            facts(status),
            lines(status)));
  }

  private static Map<String, Object> facts(MigrationStatus status) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("isUpToDate", status.isUpToDate());
    facts.put("applied", status.applied().stream().map(StatusCommand::fact).toList());
    facts.put("pending", status.pending().stream().map(Changesets::facts).toList());
    return facts;
  }

  private static Map<String, String> fact(AppliedChangeset applied) {
    Map<String, String> facts = Changesets.facts(applied.id());
    facts.put("standing", word(applied.standing()));
    facts.put("appliedAt", applied.appliedAt().toString());
    applied.appliedBy().ifPresent(login -> facts.put("appliedBy", login));
    applied.tag().ifPresent(tag -> facts.put("tag", tag));
    return facts;
  }

  private List<String> lines(MigrationStatus status) {
    List<String> lines = new ArrayList<>();
    status.applied().stream()
        .filter(each -> isAll || each.standing() != Standing.UNCHANGED)
        .forEach(each -> lines.add(line(each)));
    for (ChangesetId pending : status.pending()) {
      lines.add(colours().apply("pending", List.of(Style.fg_yellow)) + "    " + pending);
    }
    lines.add(
        "%s applied, %d pending, %d changed, %d unknown."
            .formatted(
                Changesets.counted(status.applied().size()),
                status.pending().size(),
                status.changed().size(),
                status.unknown().size()));
    return lines;
  }

  private String line(AppliedChangeset applied) {
    boolean isFine = applied.standing() == Standing.UNCHANGED;
    String word = "%-9s".formatted(word(applied.standing()));
    return "%s  %s, applied %s%s%s"
        .formatted(
            colours().apply(word, List.of(isFine ? Style.fg_green : Style.fg_red)),
            applied.id(),
            applied.appliedAt().truncatedTo(ChronoUnit.SECONDS),
            applied.appliedBy().map(login -> " by " + login).orElse(""),
            applied.tag().map(tag -> ", tag " + tag).orElse(""));
  }

  private ColorScheme colours() {
    return command.commandLine().getColorScheme();
  }

  private static String word(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }
}
