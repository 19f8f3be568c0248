package dev.croft.lint.changelog;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a changelog file: {@code <yyyymmddhhmmss>_<description>.<extension>}. */
record FileName(String directory, String time) {
  private static final Pattern SHAPE =
      Pattern.compile("(.*/)?(\\d{14})_[a-z0-9]+(_[a-z0-9]+)*\\.(sql|xml|yaml|yml|json)");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** Empty if the path is named otherwise. */
  static Optional<FileName> of(String path) {
    Matcher matcher = SHAPE.matcher(path);
    return matcher.matches() && startsWithDate(matcher.group(2))
        ? Optional.of(new FileName(directory(path), matcher.group(2)))
        : Optional.empty();
  }

  static String problem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return "\"%s\" is not <yyyymmddhhmmss>_<description>: `croft new` makes such names"
        .formatted(name);
  }

  /** Whether the first has a later name than the second, both in one directory. */
  static boolean isLater(String first, String second) {
    Optional<FileName> one = of(first);
    Optional<FileName> other = of(second);
    return one.isPresent()
        && other.isPresent()
        && one.get().directory().equals(other.get().directory())
        && one.get().time().compareTo(other.get().time()) > 0;
  }

  private static String directory(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static boolean startsWithDate(String digits) {
    try {
      LocalDate.parse(digits.substring(0, 8), DATE);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
