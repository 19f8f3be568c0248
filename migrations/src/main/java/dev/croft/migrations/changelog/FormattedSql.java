package dev.croft.migrations.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The comments of a formatted SQL file that mean something to Liquibase. What it does not recognise
 * it takes for an ordinary comment: a misspelt header makes it skip a change, and succeed.
 */
public final class FormattedSql {
  private static final Pattern HEADER =
      Pattern.compile("--\\s*liquibase\\s+formatted\\s+sql(\\s.*)?", Pattern.CASE_INSENSITIVE);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What stands for bytes that are no UTF-8 once they are read. */
  private static final String REPLACEMENT = "\uFFFD";

  private final String file;
  private final List<String> lines;

  private FormattedSql(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Finds the faults of a file.
   *
   * @param file what to call it
   */
  public static List<Fault> faults(String file, String text) {
    return new FormattedSql(file, text.lines().toList()).faults();
  }

  /** The lines on which changesets begin, counted from 1. */
  public static List<Integer> changesetLines(String text) {
    List<String> lines = text.lines().toList();
    List<Integer> found = new ArrayList<>();
    boolean skipping = false;
    for (int i = 0; i < lines.size(); i++) {
      skipping = skipping ? !isBound(lines.get(i), "end") : isBound(lines.get(i), "start");
      if (!skipping && Comment.of(lines.get(i)).filter(Comment::isChangeset).isPresent()) {
        found.add(i + 1);
      }
    }
    return found;
  }

  private List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (!isHeader(lines.isEmpty() ? "" : lines.getFirst())) {
      faults.add(new Fault(file, 1, "the first line is not --liquibase formatted sql"));
    }
    boolean skipping = false;
    boolean hasChangeset = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(REPLACEMENT)) {
        faults.add(new Fault(file, i + 1, "it is not in UTF-8, or was not when it was saved"));
      }
      skipping = skipping ? !isBound(lines.get(i), "end") : isBound(lines.get(i), "start");
      Optional<Comment> comment = skipping ? Optional.empty() : Comment.of(lines.get(i));
      hasChangeset |= comment.filter(Comment::isChangeset).isPresent();
      int number = i + 1;
      comment
          .flatMap(Comment::problem)
          .ifPresent(problem -> faults.add(new Fault(file, number, problem)));
    }
    return withChangesets(faults, hasChangeset);
  }

  private static boolean isBound(String line, String bound) {
    return line.replace(" ", "").equalsIgnoreCase("--ignorelines:" + bound);
  }

  private List<Fault> withChangesets(List<Fault> faults, boolean hasChangeset) {
    if (faults.isEmpty() && !hasChangeset) {
      faults.add(new Fault(file, 1, "no line begins a changeset"));
    }
    return faults;
  }

  private static boolean isHeader(String line) {
    String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
    return HEADER.matcher(text.strip()).matches();
  }
}
