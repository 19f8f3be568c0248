package dev.croft.migrations;

import java.util.List;
import java.util.stream.IntStream;
import liquibase.changelog.RanChangeSet;

/** Which of the applied changesets are to be rolled back. */
sealed interface RollbackChoice {

  /** The number of changesets, counted from the last, that the choice means. */
  int countIn(List<RanChangeSet> applied);

  /**
   * The chosen changesets.
   *
   * @param unknown those that the changelog does not hold; Liquibase would pass over them and roll
   *     back others in their stead
   */
  default List<RanChangeSet> from(List<RanChangeSet> applied, List<ChangesetId> unknown) {
    List<RanChangeSet> chosen = applied.subList(applied.size() - countIn(applied), applied.size());
    List<ChangesetId> lost = chosen.stream().map(Ids::of).filter(unknown::contains).toList();
    if (!lost.isEmpty()) {
      throw new RollbackRefusedException(
          "the changelog does not hold " + Ids.listed(lost),
          "Use the release whose changelog holds them.");
    }
    return chosen;
  }

  /** The last ones. */
  record Last(int count) implements RollbackChoice {
    @Override
    public int countIn(List<RanChangeSet> applied) {
      if (count > applied.size()) {
        throw new RollbackRefusedException(
            "%d changesets were to be rolled back, %d are applied".formatted(count, applied.size()),
            "Ask the status, and roll back no more than that.");
      }
      return count;
    }
  }

  /** Those after a tag. */
  record After(String tag) implements RollbackChoice {
    @Override
    public int countIn(List<RanChangeSet> applied) {
      return IntStream.range(0, applied.size())
          .filter(i -> tag.equals(applied.get(i).getTag()))
          .map(i -> applied.size() - 1 - i)
          .findFirst()
          .orElseThrow(this::unknownTag);
    }

    private RollbackRefusedException unknownTag() {
      return new RollbackRefusedException(
          "there is no tag %s".formatted(tag), "Ask the status for the tags that are set.");
    }
  }
}
