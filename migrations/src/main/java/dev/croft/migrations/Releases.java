package dev.croft.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import liquibase.exception.LiquibaseException;

/**
 * Freezes changelogs when they are released. Liquibase's own checksums notice neither an edited
 * rollback nor an edited attribute, and run a renamed file again.
 *
 * <p>A lock beside the changelog, {@code db/changelog.lock} of {@code db/changelog.xml}, holds a
 * SHA-256 for each file. Whoever reads the changelog, {@link Migrator} in every method of its, is
 * refused with a {@link ReleasedChangelogException} unless each file is there and the same, and new
 * ones run after all of them.
 */
public final class Releases {
  private static final Pattern NAME = Pattern.compile("\\S+( \\S+)*");

  private Releases() {}

  /**
   * Freezes the files that no earlier release has frozen. Those of Croft's base changelog are
   * Croft's to freeze.
   *
   * @param directory what the path of the changelog is relative to
   * @return the files that were frozen, in the order in which they run
   * @throws ReleasedChangelogException if what was frozen before is not what it was
   */
  public static List<String> freeze(Path directory, String changelog, String release) {
    if (!NAME.matcher(release).matches()) {
      throw new IllegalArgumentException("release: blank, or of several lines");
    }
    try (ChangelogFiles files =
        ChangelogFiles.in(List.of(directory), Releases.class.getClassLoader())) {
      Map<String, String> texts = LiquibaseScope.read(changelog, files, Map.of()).texts();
      ReleaseLock before = files.lockOf(changelog);
      ReleaseLock after = before.with(release, texts);
      Files.writeString(directory.resolve(ReleaseLock.pathFor(changelog)), after.asText());
      return texts.keySet().stream().filter(each -> !before.files().containsKey(each)).toList();
    } catch (LiquibaseException e) {
      throw new MalformedChangelogException(
          changelog, List.of(String.valueOf(e.getMessage()).strip()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
