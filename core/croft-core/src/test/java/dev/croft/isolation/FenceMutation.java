package dev.croft.isolation;

import java.util.Deque;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.QOM;

/** Faults of the fence that the oracle must find: where the predicate of a table is left out. */
public enum FenceMutation {
  NONE((around, path) -> false),
  IN_JOINS((around, path) -> holds(around, QOM.JoinTable.class)),
  IN_SUBQUERIES((around, path) -> around.stream().filter(Select.class::isInstance).count() > 1),
  IN_COMMON_TABLES((around, path) -> holds(around, QOM.With.class)),
  IN_RETURNING((around, path) -> false),
  ALONG_PATHS((around, path) -> path),
  IN_UPDATES_FROM((around, path) -> updatesFrom(around)),
  IN_DELETES((around, path) -> holds(around, QOM.Delete.class)),
  OF_UPSERTS((around, path) -> false),
  OF_ANOTHER_TENANT((around, path) -> false),
  BEFORE_OUTER_JOINS((around, path) -> false);

  @SuppressWarnings("ImmutableEnumChecker")
  private final BiPredicate<Deque<QueryPart>, Boolean> leftOut;

  FenceMutation(BiPredicate<Deque<QueryPart>, Boolean> leftOut) {
    this.leftOut = leftOut;
  }

  /**
   * Whether a predicate is left out.
   *
   * @param around the parts that it stands in, the nearest first
   * @param path whether its table was reached along a path
   * @param returns whether the statement changes rows and returns them
   */
  boolean leavesOut(Deque<QueryPart> around, boolean path, boolean returns) {
    return leftOut.test(around, path) || (this == IN_RETURNING && returns);
  }

  private static boolean holds(Deque<QueryPart> around, Class<?> kind) {
    return around.stream().anyMatch(kind::isInstance);
  }

  private static boolean updatesFrom(Deque<QueryPart> around) {
    Stream<QOM.Update<?>> updates =
        around.stream().filter(QOM.Update.class::isInstance).map(part -> (QOM.Update<?>) part);
    return updates.anyMatch(update -> !update.$from().isEmpty());
  }
}
