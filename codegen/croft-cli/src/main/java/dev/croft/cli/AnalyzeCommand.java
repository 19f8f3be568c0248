package dev.croft.cli;

import dev.croft.analysis.Analysis;
import dev.croft.analysis.AnalysisReport;
import dev.croft.analysis.Dependency;
import dev.croft.analysis.Evidence;
import dev.croft.analysis.Unread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "analyze",
    description = "Looks in the rows for facts that are told more than once; changes nothing.",
    footer = {
      "",
      "Hints: a column that others decide, and columns that are independent of each",
      "other, where no key says so. No value is printed, or read: the server sends",
      "hashes. Whom --user names has to see all rows, which the owner of fenced tables",
      "does not."
    })
@SuppressWarnings("NullAway.Init")
final class AnalyzeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final SystemConnectionOptions connection = new SystemConnectionOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Tables, as schema.table, or schemas; without any, all.")
  private List<String> names = List.of();

  @Option(
      names = "--sample",
      paramLabel = "ROWS",
      defaultValue = "100000",
      description = "How many rows of a table are read at most; ${DEFAULT-VALUE}.")
  private int sample;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long a query may take; ${DEFAULT-VALUE}.")
  private Duration timeout;

  AnalyzeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (sample < 1) {
      throw new UsageException(
          "Nothing was read", "--sample is " + sample, "Give a number of rows above 0.");
    }
    DatabaseOptions.Connection found = connection.in(surroundings);
    TableProgress progress = new TableProgress(surroundings.err(), InstantSource.system());
    AnalysisReport report =
        Analysis.of(found.url().jdbcUrl(), found.login())
            .only(names)
            .sampling(sample)
            .givingUpAfter(timeout)
            .tellingOf(progress)
            .run();
    return output.write(new Answer(ExitStatus.DONE, facts(report), lines(report)));
  }

  private static Map<String, Object> facts(AnalysisReport report) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("tables", report.tables());
    facts.put("dependencies", report.dependencies().stream().map(AnalyzeCommand::fact).toList());
    facts.put("unread", report.unread().stream().map(AnalyzeCommand::fact).toList());
    return facts;
  }

  private static Map<String, Object> fact(Dependency dependency) {
    Evidence evidence = dependency.evidence();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", dependency.kind().name().toLowerCase(Locale.ROOT));
    facts.put("table", dependency.table());
    facts.put("determinant", dependency.determinant());
    facts.put("dependent", dependency.dependent());
    facts.put("independent", dependency.independent());
    facts.put("rows", evidence.rows());
    facts.put("determinants", evidence.determinants());
    facts.put("agreements", evidence.agreements());
    facts.put("isOfSample", evidence.isOfSample());
    return facts;
  }

  private static Map<String, Object> fact(Unread unread) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("table", unread.table());
    facts.put("reason", unread.reason());
    return facts;
  }

  private static List<String> lines(AnalysisReport report) {
    List<String> lines = new ArrayList<>();
    for (Dependency each : report.dependencies()) {
      lines.addAll(DependencyText.lines(each));
      lines.add("");
    }
    for (Unread each : report.unread()) {
      lines.add("not read: %s: %s".formatted(each.table(), each.reason()));
    }
    lines.add(
        "%s read, %s."
            .formatted(
                counted(report.tables(), "table"), counted(report.dependencies().size(), "hint")));
    return lines;
  }

  private static String counted(int count, String noun) {
    return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
