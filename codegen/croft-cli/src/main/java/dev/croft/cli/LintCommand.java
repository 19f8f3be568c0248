package dev.croft.cli;

import dev.croft.lint.Lint;
import dev.croft.lint.RulePages;
import dev.croft.lint.report.Finding;
import dev.croft.lint.report.Report;
import dev.croft.lint.report.Rule;
import dev.croft.lint.report.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "lint",
    description = "Asks the schema rules of the changelog, and of the database that it makes.",
    footer = {
      "",
      "The database is a throw-away one that the changelog makes, unless --url or",
      "--database says otherwise. An error makes the exit code 3, with --strict a warning",
      "does so too. croft:allow RULE REASON, in the comment of an object or in a comment",
      "line of a changeset, lets that one break that rule."
    })
@SuppressWarnings("NullAway.Init")
final class LintCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec command;
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--files", description = "Ask the rules about files alone; no database.")
  private boolean isFilesOnly;

  @Option(
      names = "--database",
      description = "Ask the database that --url or the environment names; it is only read.")
  private boolean isDatabaseNamed;

  @Option(
      names = "--production",
      description = "The database is one of production: what it has applied is released.")
  private boolean isProduction;

  @Option(names = "--strict", description = "Fail for warnings, too.")
  private boolean isStrict;

  @Option(names = "--rule", paramLabel = "RULE", description = "Explain this rule, and ask none.")
  private @Nullable String rule;

  @Option(names = "--rules", description = "List the rules, and ask none.")
  private boolean isListing;

  LintCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (rule != null) {
      return output.write(explained(rule));
    }
    if (isListing) {
      return output.write(listed());
    }
    if (isFilesOnly && isDatabaseAsked()) {
      throw new UsageException(
          "Nothing was checked",
          "--files says that no database is asked, another option names one",
          "Leave one of them out.");
    }
    try (Progress progress = new Progress(surroundings.err(), "checking")) {
      progress.begun(changelog.changelog());
      return output.write(answer(report()));
    }
  }

  private boolean isDatabaseAsked() {
    return isDatabaseNamed || isProduction || connection.isGiven();
  }

  private Report report() {
    Lint lint = Lint.of(changelog.changelog()).readingFrom(changelog.existing(surroundings));
    if (isFilesOnly) {
      return lint.files();
    }
    if (!isDatabaseAsked()) {
      return lint.throwAway();
    }
    DatabaseOptions.Connection named = connection.in(surroundings);
    Lint asked = isProduction ? lint.ofProduction() : lint;
    return asked.database(named.url().jdbcUrl(), named.login());
  }

  private Answer answer(Report report) {
    boolean isFound = report.holds(isStrict ? Severity.WARNING : Severity.ERROR);
    List<String> lines = new ArrayList<>();
    for (Finding each : report.findings()) {
      lines.addAll(coloured(each).lines().toList());
      lines.add("");
    }
    lines.addAll(report.notes());
    lines.add(report.summary());
    return new Answer(isFound ? ExitStatus.FOUND : ExitStatus.DONE, report.facts(), lines);
  }

  private String coloured(Finding finding) {
    String word = finding.rule().severity().word();
    return painted(word, finding.rule().severity()) + finding.text().substring(word.length());
  }

  private String painted(String word, Severity severity) {
    Style style =
        switch (severity) {
          case ERROR -> Style.fg_red;
          case WARNING -> Style.fg_yellow;
          case HINT -> Style.fg_cyan;
        };
    return command.commandLine().getColorScheme().apply(word, List.of(style)).toString();
  }

  private static Answer explained(String rule) {
    String page =
        RulePages.of(rule)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Nothing is explained",
                        "no rule is called \"%s\"".formatted(rule),
                        "croft lint --rules lists all of them."));
    return new Answer(ExitStatus.DONE, Map.of("rule", rule, "page", page), page.lines().toList());
  }

  private Answer listed() {
    List<String> lines = new ArrayList<>();
    List<Map<String, String>> facts = new ArrayList<>();
    for (Rule each : Lint.rules()) {
      String word = "%-7s".formatted(each.severity().word());
      lines.add("%s  %-31s  %s".formatted(painted(word, each.severity()), each.id(), each.title()));
      Map<String, String> fact = new LinkedHashMap<>();
      fact.put("rule", each.id());
      fact.put("severity", each.severity().word());
      fact.put("title", each.title());
      fact.put("why", each.why());
      facts.add(fact);
    }
    return new Answer(ExitStatus.DONE, Map.of("rules", facts), lines);
  }
}
