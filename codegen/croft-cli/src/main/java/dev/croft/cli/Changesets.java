package dev.croft.cli;

import dev.croft.migrations.ChangesetId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changesets as commands speak of them. */
final class Changesets {
  private Changesets() {}

  static Map<String, String> facts(ChangesetId id) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("file", id.file());
    facts.put("author", id.author());
    facts.put("id", id.id());
    return facts;
  }

  /**
   * @param done what was done, such as {@code applied}
   */
  static Answer answer(String done, List<ChangesetId> changesets, @Nullable String tag) {
    List<String> lines = new ArrayList<>();
    changesets.forEach(each -> lines.add("%s %s".formatted(done, each)));
    lines.add("%s %s.".formatted(counted(changesets.size()), done));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(words(done), changesets.stream().map(Changesets::facts).toList());
    if (tag != null) {
      lines.add("Tag %s is set.".formatted(tag));
      facts.put("tag", tag);
    }
    return new Answer(ExitStatus.DONE, facts, lines);
  }

  /** As a name in JSON. */
  private static String words(String done) {
    return done.equals("rolled back") ? "rolledBack" : done;
  }

  static String counted(int count) {
    return count == 1 ? "1 changeset" : count + " changesets";
  }
}
