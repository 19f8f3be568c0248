package dev.croft.cli;

import dev.croft.codegen.Codegen;
import dev.croft.codegen.CodegenRequest;
import dev.croft.codegen.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = "Compares table classes with the changelog; changes nothing.",
    footer = {
      "",
      "missing: a table has no class. stale: a class has no table any more. changed:",
      "each has its own idea, and what differs follows. Any of them makes the exit code",
      "3. The changelog is applied to a PostgreSQL that is started for it, as croft",
      "generate does."
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final CodeOptions code = new CodeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--classes",
      paramLabel = "PATH",
      description = {
        "A jar or a directory of compiled classes, to be looked at",
        "in place of --output: for code that is not committed."
      })
  private @Nullable Path classes;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<Difference> differences = differences(code.request(changelog, surroundings));
    return output.write(
        new Answer(
            differences.isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND,
            facts(differences),
            lines(differences)));
  }

  private List<Difference> differences(CodegenRequest request) {
    Path compiled = classes == null ? null : existing(classes);
    try (Progress progress = new Progress(surroundings.err(), "comparing with")) {
      progress.begun(request.changelog());
      return compiled == null ? Codegen.check(request) : Codegen.checkClasses(request, compiled);
    }
  }

  private Path existing(Path path) {
    Path found = surroundings.resolve(path);
    if (!Files.exists(found)) {
      throw new UsageException(
          "The classes were not read", path + " does not exist", "See --classes.");
    }
    return found;
  }

  private static Map<String, Object> facts(List<Difference> differences) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("isUpToDate", differences.isEmpty());
    facts.put("differences", differences.stream().map(CheckCommand::facts).toList());
    return facts;
  }

  private static Map<String, Object> facts(Difference difference) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", word(difference));
    facts.put("subject", difference.subject());
    facts.put("facts", difference.facts());
    return facts;
  }

  private List<String> lines(List<Difference> differences) {
    String place = classes == null ? code.output() : classes.toString().replace('\\', '/');
    if (differences.isEmpty()) {
      return List.of("%s is what the changelog makes.".formatted(place));
    }
    List<String> lines = new ArrayList<>();
    for (Difference each : differences) {
      lines.add("%-8s %s".formatted(word(each), each.subject()));
      each.facts().forEach(fact -> lines.add("         " + fact));
    }
    lines.add(
        "%s is behind the changelog in %d. Run croft generate%s."
            .formatted(
                place,
                differences.size(),
                classes == null ? ", and commit what it writes" : ", and build it again"));
    return lines;
  }

  private static String word(Difference difference) {
    return difference.kind().name().toLowerCase(Locale.ROOT);
  }
}
