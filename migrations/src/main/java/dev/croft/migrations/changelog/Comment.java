package dev.croft.migrations.changelog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is a comment, and what its author probably meant by it.
 *
 * @param opening the hyphens, or the beginning of a block comment
 */
record Comment(String opening, String text) {
  private static final Pattern LINE = Pattern.compile("(-+|/\\*)(.*)");
  private static final Pattern WORD_IN_TWO =
      Pattern.compile("(?i)(change[ _-]+set\\s+\\S+:\\S.*|roll[ _-]+back\\s.*;)");
  private static final Pattern WITH_IDENTITY = Pattern.compile("\\S+\\s+[^\\s:]+:\\S.*");
  private static final Pattern BLOCK_ROLLBACK = Pattern.compile("(?i)liquibase\\s*rollback");
  private static final int SLIPS_BEFORE_IDENTITY = 3;

  static Optional<Comment> of(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    return matcher.matches()
        ? Optional.of(new Comment(matcher.group(1), matcher.group(2).strip()))
        : Optional.empty();
  }

  boolean isChangeset() {
    return opening.equals("--") && is(Directive.CHANGESET);
  }

  Optional<String> problem() {
    if (opening.startsWith("/")) {
      return problemOfBlock();
    }
    if (!opening.equals("--")) {
      return Directive.named(word()).map(each -> "two hyphens go before " + each.spelling());
    }
    return Directive.named(word()).isPresent() ? problemOfDirective() : problemOfProse();
  }

  private Optional<String> problemOfDirective() {
    if (is(Directive.CHANGESET)) {
      return ChangesetHeader.problem(text);
    }
    String rest = text.substring(word().length());
    return is(Directive.ROLLBACK) && !rest.isEmpty() && !rest.startsWith(" ")
        ? Optional.of("a blank goes between --rollback and its statement")
        : Optional.empty();
  }

  private Optional<String> problemOfProse() {
    if (WORD_IN_TWO.matcher(text).matches()) {
      return Optional.of("changeset and rollback are written as one word");
    }
    int tolerated = WITH_IDENTITY.matcher(text).matches() ? SLIPS_BEFORE_IDENTITY : 1;
    return Slips.between(word(), Directive.CHANGESET.spelling()) <= tolerated
        ? Optional.of(misspelt(Directive.CHANGESET))
        : Directive.nearest(word()).map(this::misspelt);
  }

  private Optional<String> problemOfBlock() {
    boolean addressed = text.toLowerCase(Locale.ROOT).startsWith("liquibase");
    return addressed && !BLOCK_ROLLBACK.matcher(text).matches()
        ? Optional.of("a block of rollbacks begins with /* liquibase rollback, alone on its line")
        : Optional.empty();
  }

  private String misspelt(Directive meant) {
    return "\"%s\" is probably a misspelt \"%s\"".formatted(word(), meant.spelling());
  }

  private boolean is(Directive directive) {
    return word().equals(directive.spelling());
  }

  private String word() {
    return text.split("[\\s:]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
