package dev.croft.lint.sql;

import java.util.List;
import java.util.stream.Stream;

/**
 * One statement of a script.
 *
 * @param line where it begins, counted from 1
 * @param sql as it is written, without the semicolon
 * @param isDefinition whether it defines, alters or drops objects
 */
public record Statement(int line, String sql, boolean isDefinition, List<Effect> effects) {
  public Statement {
    effects = List.copyOf(effects);
  }

  /** What it does of this kind. */
  public Stream<Effect> effects(Effect.Kind kind) {
    return effects.stream().filter(each -> each.kind() == kind);
  }

  /** Whether it does something of this kind. */
  public boolean has(Effect.Kind kind) {
    return effects(kind).findAny().isPresent();
  }
}
