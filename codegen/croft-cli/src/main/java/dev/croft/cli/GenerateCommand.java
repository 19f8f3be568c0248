package dev.croft.cli;

import dev.croft.codegen.Codegen;
import dev.croft.codegen.CodegenResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "generate",
    description = "Generates table classes from the changelog.",
    footer = {
      "",
      "The changelog is applied to a PostgreSQL that is started for it: one embedded in",
      "this machine, the server in CROFT_TEST_DATABASE_URL, or a container with",
      "-Dcroft.postgres=container. Files whose content is the same are left alone, and",
      "generated ones that are not generated any more are deleted."
    })
final class GenerateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final CodeOptions code = new CodeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  GenerateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CodegenResult result = Codegen.run(code.request(changelog, surroundings));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("written", result.written());
    facts.put("unchanged", result.unchanged());
    facts.put("deleted", result.deleted());
    String line =
        "%s: %d files written, %d unchanged, %d deleted."
            .formatted(code.output(), result.written(), result.unchanged(), result.deleted());
    return output.write(new Answer(ExitStatus.DONE, facts, List.of(line)));
  }
}
