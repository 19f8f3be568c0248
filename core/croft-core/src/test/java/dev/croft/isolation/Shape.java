package dev.croft.isolation;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;

/** A statement that does not name a tenant, and of which there is one in its kind. */
public interface Shape {
  /** The name by which its SQL is recorded. */
  String name();

  /** The statement on {@code dsl}. */
  Query on(DSLContext dsl);

  /** All shapes but the simple queries. */
  static Stream<Shape> all() {
    return Stream.<Shape[]>of(StatementShape.values(), JoinShape.values(), WriteShape.values())
        .flatMap(Arrays::stream);
  }
}
