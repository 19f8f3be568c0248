package dev.croft.lint.changelog;

import dev.croft.lint.report.Location;
import dev.croft.lint.sql.Effect;
import dev.croft.lint.sql.Statement;
import dev.croft.migrations.WrittenChangeset;
import dev.croft.migrations.changelog.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A changeset, and what its statements do.
 *
 * @param line where it begins, counted from 1
 * @param lines its text, the header first; none where it is not SQL
 * @param statements none where they are not understood
 * @param misunderstood where and why not
 */
record Changeset(
    WrittenChangeset written,
    int line,
    List<String> lines,
    List<Statement> statements,
    Optional<Fault> misunderstood) {

  /** Something that one of its statements does. */
  record Deed(Changeset changeset, Statement statement, Effect effect) {

    boolean isOfStatement(Deed other) {
      return statement.equals(other.statement) && changeset.scope().equals(other.changeset.scope());
    }
  }

  Stream<Deed> deeds() {
    return statements.stream()
        .flatMap(each -> each.effects().stream().map(effect -> new Deed(this, each, effect)));
  }

  /** What is done until this statement has ended, it included. */
  Stream<Effect> effectsUntilEndOf(Statement last) {
    return statements.subList(0, statements.indexOf(last) + 1).stream()
        .flatMap(each -> each.effects().stream());
  }

  boolean has(Effect.Kind kind) {
    return statements.stream().anyMatch(each -> each.has(kind));
  }

  Location at(int line) {
    return new Location(written.file(), line);
  }

  /** What an allowance in it is about. */
  String scope() {
    return "%s:%d".formatted(written.id(), line);
  }

  String name() {
    return "changeset %s:%s".formatted(written.id().author(), written.id().id());
  }
}
