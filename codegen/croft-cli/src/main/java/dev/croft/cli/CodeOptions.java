package dev.croft.cli;

import dev.croft.codegen.CodegenRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which classes, and where they are. */
@SuppressWarnings("NullAway.Init")
final class CodeOptions {
  @Option(
      names = {"-p", "--package"},
      paramLabel = "NAME",
      required = true,
      description = "The package of the classes, which go into one below it a schema.")
  private String packageName;

  @Option(
      names = {"-s", "--schema"},
      paramLabel = "NAME",
      description = "A schema whose tables get classes; may be repeated.")
  private List<String> schemas = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "src/main/generated",
      description = "The source root of the classes; ${DEFAULT-VALUE}.")
  private Path output = Path.of("");

  @Option(
      names = "--jooq",
      paramLabel = "FILE",
      description = {
        "jOOQ's configuration as XML: forced types, includes, excludes,",
        "properties, a strategy and a generator of your own."
      })
  private @Nullable Path jooq;

  CodegenRequest request(ChangelogOptions changelog, Surroundings surroundings) {
    return new CodegenRequest(
        changelog.changelog(),
        packageName,
        schemas,
        surroundings.resolve(output),
        List.of(changelog.existing(surroundings)),
        Optional.ofNullable(jooq).map(surroundings::resolve));
  }

  /** As it was typed, for answers. */
  String output() {
    return output.toString().replace('\\', '/');
  }
}
