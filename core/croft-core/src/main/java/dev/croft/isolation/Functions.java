package dev.croft.isolation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/** The functions that a tenant session calls: jOOQ's own, because others may run SQL unseen. */
final class Functions {
  /**
   * The names of the functions that jOOQ's DSL makes; none where jOOQ does not let them be read.
   */
  private static final Set<Name> OF_JOOQ = namesOfJooq();

  private Functions() {}

  static void check(org.jooq.Field<?> field) {
    boolean mayBeAny =
        field instanceof QOM.Function
            || field.getClass().getName().equals("org.jooq.impl.DefaultAggregateFunction");
    if (mayBeAny && !isOfJooq(field.getQualifiedName())) {
      throw StatementKinds.refused(
          "Function " + field.getName(),
          "a function of jOOQ's DSL class; for one that was reviewed, the session's"
              + " unchecked(reason)");
    }
  }

  private static boolean isOfJooq(Name name) {
    return name.quoted() == Name.Quoted.SYSTEM && OF_JOOQ.contains(name);
  }

  private static Set<Name> namesOfJooq() {
    try {
      Class<?> names = Class.forName("org.jooq.impl.Names", true, DSL.class.getClassLoader());
      return Stream.of(names.getDeclaredFields())
          .flatMap(field -> value(field).stream())
          .collect(toUnmodifiableSet());
    } catch (ClassNotFoundException e) {
      return Set.of();
    }
  }

  private static Optional<Name> value(Field constant) {
    try {
      return constant.trySetAccessible() && constant.get(null) instanceof Name name
          ? Optional.of(name)
          : Optional.empty();
    } catch (IllegalAccessException e) {
      return Optional.empty();
    }
  }
}
