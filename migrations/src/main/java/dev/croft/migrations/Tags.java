package dev.croft.migrations;

import java.util.List;
import liquibase.changelog.RanChangeSet;

/** The rules for setting a tag: a changeset bears one, and each tag is set once. */
final class Tags {
  private Tags() {}

  /** Whether the tag is to be set on the last changeset, which may bear it already. */
  static boolean mustSet(String tag, List<RanChangeSet> applied) {
    if (applied.isEmpty()) {
      throw new TagRefusedException(
          tag, "no changeset has been applied that could bear it", "Apply the changelog first.");
    }
    RanChangeSet last = applied.getLast();
    if (tag.equals(last.getTag())) {
      return false;
    }
    if (last.getTag() != null) {
      throw new TagRefusedException(
          tag,
          "%s, the last changeset, bears the tag %s".formatted(Ids.of(last), last.getTag()),
          "Use that tag, which stands for the same state.");
    }
    if (applied.stream().anyMatch(each -> tag.equals(each.getTag()))) {
      throw new TagRefusedException(tag, "it stands for an earlier state", "Choose another name.");
    }
    return true;
  }
}
