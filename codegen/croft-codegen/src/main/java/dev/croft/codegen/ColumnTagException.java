package dev.croft.codegen;

/**
 * The comment of a column says what its values are in Java, and the column does not bear it out.
 */
public final class ColumnTagException extends CodegenException {

  private static final long serialVersionUID = 1L;

  private ColumnTagException(TaggedColumn column, String problem, String facts, String remedy) {
    super("Column %s %s".formatted(column, problem), facts, remedy);
  }

  static ColumnTagException notText(TaggedColumn column) {
    return new ColumnTagException(
        column,
        "cannot be an enum",
        "its comment has an @enum tag, and its type is %s".formatted(column.type()),
        "Make it text, with a CHECK constraint.");
  }

  static ColumnTagException unlikeNames(TaggedColumn column) {
    return new ColumnTagException(
        column,
        "cannot be an enum",
        "its @enum tag has no values, blank ones, or two that are the same constant: %s"
            .formatted(column.constants()),
        "Write @enum open|done.");
  }

  static ColumnTagException unchecked(TaggedColumn column, String value) {
    return new ColumnTagException(
        column,
        "may hold what its enum has not",
        "no CHECK constraint of this column alone refuses %s, which is not in its @enum tag"
            .formatted(value),
        "Add `check (%s in (%s))`, or the value to the tag."
            .formatted(column.name(), column.quoted()));
  }

  static ColumnTagException refused(TaggedColumn column, String value) {
    return new ColumnTagException(
        column,
        "cannot hold what its enum has",
        "its CHECK constraint refuses '%s', which is in its @enum tag".formatted(value),
        "Let `check (%s in (%s))` say the same as the tag."
            .formatted(column.name(), column.quoted()));
  }

  static ColumnTagException notJsonb(TaggedColumn column) {
    return new ColumnTagException(
        column,
        "cannot be bound to a class",
        "its comment has a @json tag, and its type is %s".formatted(column.type()),
        "Make it jsonb.");
  }

  static ColumnTagException noClass(TaggedColumn column) {
    return new ColumnTagException(
        column,
        "cannot be bound to a class",
        "its @json tag says `%s`, which is no name of a class"
            .formatted(column.record().orElse("")),
        "Write @json com.example.Settings.");
  }

  static ColumnTagException both(TaggedColumn column) {
    return new ColumnTagException(
        column,
        "has more than one type in Java",
        "its comment has an @enum tag and a @json tag, or one of them twice",
        "Keep one.");
  }
}
