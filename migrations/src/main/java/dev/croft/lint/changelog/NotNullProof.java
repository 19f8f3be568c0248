package dev.croft.lint.changelog;

import dev.croft.lint.changelog.Changeset.Deed;
import dev.croft.lint.sql.Effect;
import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The valid check that saves SET NOT NULL from reading the table. */
final class NotNullProof {
  private NotNullProof() {}

  /**
   * Whether one was added, then validated, and is there still where the column is required. What
   * the same statement drops is not: of several actions PostgreSQL does those first that drop.
   */
  static boolean precedes(Draft draft, Deed required) {
    String table = required.effect().table();
    List<Effect> before =
        Stream.concat(
                draft.deedsBefore(required.changeset()).map(Deed::effect),
                required.changeset().effectsUntilEndOf(required.statement()))
            .filter(each -> each.table().equals(table))
            .toList();
    return IntStream.range(0, before.size())
        .filter(i -> before.get(i).kind() == Kind.PROMISE_NOT_NULL)
        .filter(i -> before.get(i).name().equals(required.effect().name()))
        .anyMatch(i -> isKept(before.get(i), before.subList(i + 1, before.size())));
  }

  private static boolean isKept(Effect promise, List<Effect> since) {
    return isDone(Kind.VALIDATE_CONSTRAINT, promise, since)
        && !isDone(Kind.DROP_CONSTRAINT, promise, since);
  }

  private static boolean isDone(Kind kind, Effect promise, List<Effect> since) {
    return since.stream()
        .anyMatch(each -> each.kind() == kind && each.name().equals(promise.constraint()));
  }
}
