package dev.croft.cli;

import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.ChangesetLocks;
import dev.croft.migrations.MigrationException;
import dev.croft.migrations.Migrator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "migrate",
    description = "Applies the changesets that are pending.",
    footer = {
      "",
      "A changeset that finds a table locked gives way after --lock-timeout, so that",
      "queries do not queue up behind it, and is tried again. Changesets outside a",
      "transaction wait as the server says. Of several processes one migrates; the",
      "others wait for it."
    })
final class MigrateCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final LockOptions locks = new LockOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--dry-run", description = "Print the SQL that would run, and run nothing.")
  private boolean isDryRun;

  @Option(
      names = "--locks",
      description = {
        "With --dry-run: measure what would be locked, by running",
        "it in transactions that are rolled back. Use a copy."
      })
  private boolean isMeasuringLocks;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description = "With --locks: the name of a copy that is marked as production.")
  private @Nullable String copy;

  @Option(
      names = "--tag",
      paramLabel = "TAG",
      description = "Afterwards set this tag, to which the database can be rolled back.")
  private @Nullable String tag;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "5min",
      description = "How long to wait for another process that migrates; ${DEFAULT-VALUE}.")
  private Duration patience = Duration.ZERO;

  MigrateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (locks.areTooSmall()) {
      throw new UsageException(
          "Nothing was applied",
          "--lock-attempts and --lock-timeout are less than 1 or 1ms",
          "Leave them out for the usual ones.");
    }
    if ((!isDryRun && isMeasuringLocks) || (!isMeasuringLocks && copy != null)) {
      throw new UsageException(
          "Nothing was applied",
          "--locks belongs to --dry-run, and --database to --locks",
          "Say migrate --dry-run --locks.");
    }
    Migrator migrator = changelog.migrator(connection.in(surroundings), surroundings);
    return output.write(isDryRun ? planned(migrator) : applied(migrator));
  }

  private Answer planned(Migrator migrator) {
    return DryRun.answer(migrator.pendingSql(), isMeasuringLocks ? measured(migrator) : List.of());
  }

  private List<ChangesetLocks> measured(Migrator migrator) {
    Migrator givingWay = migrator.givingWay(locks.timeout(), 1);
    return copy == null ? givingWay.measureLocks() : givingWay.measureLocks(copy);
  }

  private Answer applied(Migrator migrator) {
    try (Progress progress = new Progress(surroundings.err(), "applying")) {
      List<ChangesetId> applied =
          migrator
              .waitingAtMost(patience)
              .givingWay(locks.timeout(), locks.attempts())
              .tellingOf(progress)
              .apply();
      Answer answer = Changesets.answer("applied", applied, tag);
      if (tag != null) {
        setTag(migrator.waitingAtMost(patience), tag, applied.size());
      }
      return answer;
    }
  }

  /** What was applied stays, and is told, where the tag is refused. */
  private void setTag(Migrator migrator, String tag, int applied) {
    try {
      migrator.tag(tag);
    } catch (MigrationException e) {
      if (!output.isJson()) {
        surroundings.err().println(Changesets.counted(applied) + " applied.");
      }
      throw e;
    }
  }
}
