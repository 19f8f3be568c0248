package dev.croft.cli;

import dev.croft.codegen.Codegen;
import dev.croft.codegen.CodegenRequest;
import dev.croft.codegen.CodegenResult;
import java.io.IOException;
import java.nio.file.Path;
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
      "generated ones that are not generated any more are deleted. Nothing is started",
      "where changelogs, options, Croft and the files are as they were: .croft/generate",
      "keeps account of that, and may be deleted."
    })
final class GenerateCommand implements Callable<Integer> {
  private static final Path RECORDS = Path.of(".croft", "generate");

  private final Surroundings surroundings;

  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final CodeOptions code = new CodeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  GenerateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    CodegenRequest request = code.request(changelog, surroundings);
    GenerationRecord record = new GenerationRecord(request, surroundings.resolve(RECORDS));
    if (record.isUpToDate()) {
      int files = Codegen.files(request.outputDirectory()).size();
      return answer(new CodegenResult(0, files, 0), "unchanged since it was generated");
    }
    CodegenResult result = generated(request);
    record.keep();
    return answer(
        result,
        "%d files written, %d unchanged, %d deleted"
            .formatted(result.written(), result.unchanged(), result.deleted()));
  }

  private CodegenResult generated(CodegenRequest request) {
    try (Progress progress = new Progress(surroundings.err(), "generating from")) {
      progress.begun(request.changelog());
      return Codegen.run(request);
    }
  }

  private int answer(CodegenResult result, String words) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("written", result.written());
    facts.put("unchanged", result.unchanged());
    facts.put("deleted", result.deleted());
    String line = "%s: %s.".formatted(code.output(), words);
    return output.write(new Answer(ExitStatus.DONE, facts, List.of(line)));
  }
}
