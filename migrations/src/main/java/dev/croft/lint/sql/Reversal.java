package dev.croft.lint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What takes statements back. */
public final class Reversal {
  private Reversal() {}

  /** The statements that take these back, last one first; empty if one cannot be taken back. */
  public static Optional<List<String>> of(List<Statement> statements) {
    List<String> reversed = new ArrayList<>();
    for (Statement statement : statements.reversed()) {
      for (Effect effect : statement.effects().reversed()) {
        Optional<String> back = of(effect);
        if (back.isEmpty()) {
          return Optional.empty();
        }
        reversed.add(back.get());
      }
    }
    return reversed.isEmpty() ? Optional.empty() : Optional.of(reversed);
  }

  private static Optional<String> of(Effect effect) {
    String table = effect.table();
    String name = effect.name();
    return switch (effect.kind()) {
      case CREATE_TABLE -> Optional.of("drop table " + table);
      case ADD_COLUMN -> Optional.of("alter table %s drop column %s".formatted(table, name));
      case BUILD_INDEX -> named(name, "drop index " + Words.beside(table, name));
      case ADD_UNIQUE, ADD_FOREIGN_KEY, ADD_CHECK, ADD_CONSTRAINT_NOT_VALID ->
          named(name, SafeSteps.dropConstraint(table, name));
      case SET_NOT_NULL ->
          Optional.of("alter table %s alter column %s drop not null".formatted(table, name));
      default -> Optional.empty();
    };
  }

  private static Optional<String> named(String name, String statement) {
    return name.isEmpty() ? Optional.empty() : Optional.of(statement);
  }
}
