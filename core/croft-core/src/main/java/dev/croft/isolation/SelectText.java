package dev.croft.isolation;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Select;
import org.jooq.SelectFinalStep;
import org.jooq.impl.DSL;

/**
 * The hint and the option of a SELECT: text that jOOQ lets be written, but not be read, so that it
 * is looked for where jOOQ keeps it.
 */
final class SelectText {
  private static final List<Field> FIELDS =
      Stream.of(DSL.select().getQuery().getClass().getDeclaredFields())
          .filter(field -> field.getType() == String.class)
          .filter(field -> field.getName().equals("hint") || field.getName().equals("option"))
          .filter(Field::trySetAccessible)
          .toList();

  private SelectText() {}

  static void checkNone(Select<?> select) {
    Select<?> query = select instanceof SelectFinalStep<?> step ? step.getQuery() : select;
    for (Field field : FIELDS) {
      if (holdsText(field, query)) {
        throw StatementKinds.refused(
            "The %s of a SELECT".formatted(field.getName()),
            "jOOQ's typed API; for text that was reviewed, the session's unchecked(reason)");
      }
    }
  }

  private static boolean holdsText(Field field, Select<?> query) {
    try {
      return field.getDeclaringClass().isInstance(query)
          && field.get(query) instanceof String text
          && !text.isBlank();
    } catch (IllegalAccessException e) {
      return false;
    }
  }
}
