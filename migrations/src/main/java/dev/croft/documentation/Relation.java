package dev.croft.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table or view, with all that the catalogue says of it.
 *
 * @param partitioning how its rows are divided
 * @param query what a view selects
 * @param isInvokers whether a view is subject to the privileges and policies of who asks
 */
record Relation(
    String namespace,
    String ownName,
    Kind kind,
    Comment comment,
    boolean isFenced,
    boolean isForced,
    Optional<String> partitioning,
    Optional<String> query,
    boolean isInvokers,
    List<Column> columns,
    List<Constraint> constraints,
    List<Index> indexes,
    List<Policy> policies,
    List<Grant> grants,
    List<Trigger> triggers) {

  /** What a relation is, and the word for it. */
  enum Kind {
    TABLE("table"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    FOREIGN_TABLE("foreign table");

    final String word;

    Kind(String word) {
      this.word = word;
    }

    static Kind of(String relkind) {
      return switch (relkind) {
        case "v" -> VIEW;
        case "m" -> MATERIALIZED_VIEW;
        case "f" -> FOREIGN_TABLE;
        default -> TABLE;
      };
    }
  }

  record Column(
      String name,
      String type,
      boolean isOptional,
      Optional<String> standard,
      Optional<String> computed,
      boolean isIdentity,
      Comment comment) {

    /** What the column holds where nothing is written to it. */
    Optional<String> filling() {
      return standard
          .or(() -> computed.map(expression -> "computed: " + expression))
          .or(() -> isIdentity ? Optional.of("identity") : Optional.empty());
    }
  }

  /**
   * @param target the table that a foreign key refers to
   */
  record Constraint(
      String name,
      String kind,
      String definition,
      Comment comment,
      Optional<String> target,
      List<String> columns,
      boolean isValid) {}

  record Index(
      String name,
      String definition,
      boolean isUnique,
      boolean isValid,
      boolean isOfConstraint,
      Comment comment) {}

  record Policy(
      String name,
      boolean isPermissive,
      String command,
      List<String> roles,
      Optional<String> using,
      Optional<String> check) {}

  /**
   * @param columns those that it is limited to; empty if it is on the whole table
   */
  record Grant(String role, String privilege, List<String> columns, boolean isGrantable) {
    String text() {
      return privilege
          + (columns.isEmpty() ? "" : " (%s)".formatted(String.join(", ", columns)))
          + (isGrantable ? " with grant option" : "");
    }
  }

  record Trigger(String name, String definition, boolean isDisabled, Comment comment) {}

  /** As yet without columns and what follows them. */
  static Relation bare(
      String namespace,
      String ownName,
      Kind kind,
      Comment comment,
      boolean isFenced,
      boolean isForced,
      Optional<String> partitioning,
      Optional<String> query,
      boolean isInvokers) {
    return new Relation(
        namespace,
        ownName,
        kind,
        comment,
        isFenced,
        isForced,
        partitioning,
        query,
        isInvokers,
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  String name() {
    return namespace + "." + ownName;
  }

  Optional<String> scope() {
    return comment.tag("scope");
  }

  boolean isAppendOnly() {
    return comment.tag("append-only").isPresent();
  }

  String rowSecurity() {
    if (!isFenced) {
      return "not enabled";
    }
    return isForced ? "enabled and forced" : "enabled, not forced: the owner sees every row";
  }

  Stream<Column> personalColumns() {
    return columns.stream().filter(column -> column.comment().personal().isPresent());
  }
}
