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
    name = "reset",
    description = "Empties a database for development, and applies the changelog.",
    footer = {
      "",
      "Refused for a database that is marked as production, or holds rows that neither",
      "a changeset nor a seeder wrote, unless told twice: by --discard-rows and by",
      "--database. All is dropped or nothing; roles, and privileges on the database",
      "itself, stay."
    })
final class ResetCommand implements Callable<Integer> {
  static final String HOW_TO_INSIST =
      "Reset a database for development; to lose all that, say --discard-rows, and --database with"
          + " its name.";

  private final Surroundings surroundings;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @ArgGroup(exclusive = false)
  private @Nullable Consent consent;

  /** Said twice. */
  @SuppressWarnings("NullAway.Init")
  static final class Consent {
    @Option(
        names = "--discard-rows",
        required = true,
        description = "Lose whatever the database holds.")
    private boolean isGiven;

    @Option(
        names = "--database",
        required = true,
        paramLabel = "NAME",
        description = "The name of the database to be emptied, once more.")
    private String database;
  }

  ResetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Migrator migrator = changelog.migrator(connection.in(surroundings), surroundings);
    try (Progress progress = new Progress(surroundings.err(), "applying")) {
      return output.write(Changesets.answer("applied", reset(migrator.tellingOf(progress)), null));
    }
  }

  private List<ChangesetId> reset(Migrator migrator) {
    return consent != null && consent.isGiven
        ? migrator.resetDiscardingRows(consent.database)
        : migrator.reset();
  }
}
