package dev.croft.migrations;

import dev.croft.migrations.changelog.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.exception.LiquibaseException;

/**
 * A changelog as it is written. Where a {@link Migrator} refuses one that cannot be trusted, this
 * tells what is in it all the same, for rules to judge.
 *
 * @param files those that hold changesets, by path, in the order in which they run; without Croft's
 *     own where another changelog includes them
 * @param changesets in order, Croft's own included; none if Liquibase stumbled over a fault
 * @param faults the comments of its files that Liquibase would overlook
 * @param released the files that releases have frozen
 * @param differences what is different from what was released, each begins with the path of a file
 */
public record WrittenChangelog(
    Map<String, String> files,
    List<WrittenChangeset> changesets,
    List<Fault> faults,
    Set<String> released,
    List<String> differences) {
  public WrittenChangelog {
    files = new LinkedHashMap<>(files);
    changesets = List.copyOf(changesets);
    faults = List.copyOf(faults);
    released = Set.copyOf(released);
    differences = List.copyOf(differences);
  }

  /**
   * Reads a changelog.
   *
   * @param changelog its path, below one of the directories or on the class path
   * @throws MalformedChangelogException if there is none, the lock of its releases is broken, or
   *     Liquibase cannot read it although no fault is found
   */
  public static WrittenChangelog read(String changelog, List<Path> directories) {
    try (ChangelogFiles files =
        ChangelogFiles.in(directories, WrittenChangelog.class.getClassLoader())) {
      if (files.text(changelog).isEmpty()) {
        throw new MalformedChangelogException(changelog, List.of("there is no such file"), null);
      }
      return LiquibaseScope.written(changelog, files);
    } catch (LiquibaseException e) {
      throw new MalformedChangelogException(
          changelog, List.of(String.valueOf(e.getMessage()).strip()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether Croft, not the changelog's author, wrote the file. */
  public boolean isCroftsOwn(String file) {
    return !files.containsKey(file);
  }
}
