package dev.croft.lint;

import dev.croft.lint.changelog.ReleasedFiles;
import dev.croft.migrations.AppliedChangeset;
import dev.croft.migrations.AppliedChangeset.Standing;
import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.MigrationStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a database has on record. Only of production it is said that what it has applied is
 * released: a database of development is migrated again and again while a file is written.
 */
final class AppliedFiles {
  private AppliedFiles() {}

  static ReleasedFiles of(MigrationStatus status, boolean isProduction) {
    List<String> differences =
        status.applied().stream()
            .filter(each -> each.standing() != Standing.UNCHANGED)
            .map(AppliedFiles::difference)
            .toList();
    Set<String> paths =
        status.applied().stream()
            .filter(each -> isProduction && each.standing() != Standing.UNKNOWN)
            .map(each -> each.id().file())
            .collect(Collectors.toSet());
    return new ReleasedFiles(paths, differences);
  }

  private static String difference(AppliedChangeset applied) {
    ChangesetId id = applied.id();
    String pattern =
        applied.standing() == Standing.CHANGED
            ? "%s was edited after %s:%s was applied"
            : "%s is missing, or no longer holds %s:%s, which was applied";
    return pattern.formatted(id.file(), id.author(), id.id());
  }
}
