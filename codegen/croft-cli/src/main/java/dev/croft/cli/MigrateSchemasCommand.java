package dev.croft.cli;

import dev.croft.cli.DatabaseOptions.Connection;
import dev.croft.migrations.waves.SchemaWaves;
import dev.croft.migrations.waves.WavePlan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "migrate-schemas",
    description = "Applies a changelog to many schemas of one database, in waves.",
    footer = {
      "",
      "The changelog writes $${schema} for the name of the schema, and each schema keeps",
      "its own record of what was applied to it. The canaries go first. A schema that",
      "fails ends the waves; corrected, the same command does the rest. With --check",
      "nothing is changed, and any difference makes the exit code 3."
    })
final class MigrateSchemasCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final SchemaOptions schemas = new SchemaOptions();
  @Mixin private final LockOptions locks = new LockOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--check",
      description = "Tell which schemas differ, from the changelog and from the others.")
  private boolean isCheck;

  @Option(
      names = "--canary",
      paramLabel = "NAME",
      description = "A schema that goes first; may be repeated. Without it the first one.")
  private List<String> canaries = List.of();

  @Option(
      names = "--wave",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many schemas a wave has; ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many at once, each in a process of its own; ${DEFAULT-VALUE}.")
  private int parallel;

  MigrateSchemasCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (size < 1 || parallel < 1 || locks.areTooSmall()) {
      throw refused("--wave, --parallel, --lock-attempts or --lock-timeout is less than 1 or 1ms");
    }
    Connection found = connection.in(surroundings);
    List<String> named = schemas.in(found, surroundings);
    if (!named.containsAll(canaries)) {
      throw refused("a canary is not among the schemas");
    }
    SchemaWaves waves =
        SchemaWaves.of(found.url().jdbcUrl(), found.login(), changelog.changelog())
            .readingFrom(changelog.existing(surroundings))
            .by(new WavePlan(canaries, size, parallel, locks.timeout(), locks.attempts()));
    return output.write(
        isCheck
            ? SchemaAnswers.ofDrift(waves.drift(named))
            : SchemaAnswers.ofOutcomes(
                waves.tellingOf(new WavesTold(surroundings.err())).apply(named)));
  }

  private static UsageException refused(String facts) {
    return new UsageException("Nothing was migrated", facts, "See migrate-schemas --help.");
  }
}
