package dev.croft.cli;

import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.Migrator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rollback",
    description = "Rolls back the changesets that were applied last.",
    footer = {
      "",
      "What a rollback drops is lost, rows too. Changesets that the changelog does not",
      "hold cannot be rolled back: use the release whose changelog holds them."
    })
@SuppressWarnings("NullAway.Init")
final class RollbackCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  /** How far. */
  static final class Choice {
    @Option(names = "--count", paramLabel = "N", description = "The last N changesets.")
    private @Nullable Integer count;

    @Option(
        names = "--to-tag",
        paramLabel = "TAG",
        description = "What was applied after this tag was set.")
    private @Nullable String tag;

    List<ChangesetId> with(Migrator migrator) {
      if (tag != null) {
        return migrator.rollbackTo(tag);
      }
      if (count == null || count < 1) {
        throw new UsageException(
            "Nothing was rolled back", "--count is less than 1", "Say how many, from the last.");
      }
      return migrator.rollback(count);
    }
  }

  RollbackCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Migrator migrator = changelog.migrator(connection.in(surroundings), surroundings);
    try (Progress progress = new Progress(surroundings.err(), "rolling back")) {
      List<ChangesetId> done = choice.with(migrator.tellingOf(progress));
      return output.write(Changesets.answer("rolled back", done, null));
    }
  }
}
