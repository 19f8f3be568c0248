package dev.croft.migrations.changelog;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment that begins a changeset: its author, its id, and how to run it. */
final class ChangesetHeader {
  private static final Pattern SHAPE =
      Pattern.compile("(?i)changeset\\s+(\"[^\"]+\"|[^:\\s]+):(\"[^\"]+\"|\\S+)(.*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s:]+)(:(\"[^\"]*\"|\\S*))?");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "context",
          "contextfilter",
          "dbms",
          "enddelimiter",
          "failonerror",
          "ignore",
          "labels",
          "logicalfilepath",
          "rollbackenddelimiter",
          "rollbacksplitstatements",
          "runalways",
          "runintransaction",
          "runonchange",
          "runwith",
          "runwithspoolfile",
          "splitstatements",
          "stripcomments");

  private ChangesetHeader() {}

  static Optional<String> problem(String text) {
    Matcher header = SHAPE.matcher(text);
    if (!header.matches()) {
      return Optional.of("a changeset begins with --changeset author:id");
    }
    return ATTRIBUTE
        .matcher(header.group(3))
        .results()
        .filter(each -> each.group(2) == null || !isKnown(each.group(1)))
        .map(each -> "a changeset has no attribute \"%s\"".formatted(each.group(1)))
        .findFirst();
  }

  private static boolean isKnown(String attribute) {
    return ATTRIBUTES.contains(attribute.toLowerCase(Locale.ROOT));
  }
}
