package dev.croft.codegen;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tags that follow the prose of a comment in the catalogue. */
final class CommentTags {

  private static final Pattern SCOPE = tag("scope");
  private static final Pattern APPEND_ONLY = tag("append-only");
  private static final Pattern PERSONAL_DATA = tag("pii");
  private static final Pattern ENUM = tag("enum");
  private static final Pattern JSON = tag("json");
  private static final Pattern DEPENDS = tag("depends");
  private static final Pattern SYSTEM_WRITES = tag("system-writes");

  /** What lets an object break a schema rule is for those who write changelogs. */
  private static final Pattern ALLOWANCE =
      Pattern.compile("^croft:allow .*\\R?|\\Rcroft:allow .*", Pattern.MULTILINE);

  private CommentTags() {}

  /** Each on a line of its own, as the functions of schema croft read them. */
  private static Pattern tag(String name) {
    return Pattern.compile("^@%s(?: (.*))?$".formatted(name), Pattern.MULTILINE);
  }

  /** What follows each {@code @scope} of the comment; more than one is for the caller to judge. */
  static List<String> scopes(@Nullable String comment) {
    return values(SCOPE, comment);
  }

  /** What follows each {@code @enum}: values separated by bars. */
  static List<String> enums(@Nullable String comment) {
    return values(ENUM, comment);
  }

  /** What follows each {@code @json}: the name of a class. */
  static List<String> records(@Nullable String comment) {
    return values(JSON, comment);
  }

  private static List<String> values(Pattern tag, @Nullable String comment) {
    return comment == null
        ? List.of()
        : tag.matcher(comment).results().map(CommentTags::value).toList();
  }

  /** The comment as prose: each tag a sentence of its own. */
  static String prose(String comment) {
    String prose = ALLOWANCE.matcher(comment).replaceAll("");
    prose = sentence(SCOPE, prose, "Scope: ");
    prose = sentence(PERSONAL_DATA, prose, "Personal data: ");
    prose = sentence(ENUM, prose, "One of ");
    prose = sentence(JSON, prose, "JSON of ");
    prose = sentence(DEPENDS, prose, "Depends on ");
    prose = SYSTEM_WRITES.matcher(prose).replaceAll("Written by the system alone.");
    return APPEND_ONLY.matcher(prose).replaceAll("Append-only.");
  }

  private static String sentence(Pattern tag, String comment, String beginning) {
    return tag.matcher(comment)
        .replaceAll(found -> Matcher.quoteReplacement(beginning + value(found) + "."));
  }

  private static String value(MatchResult tag) {
    return tag.group(1) == null ? "" : tag.group(1).strip();
  }
}
