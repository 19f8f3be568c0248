package dev.croft.testkit.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose row is meant by a value: a tenant's, or nobody's. */
public interface Owner {
  /** A word for the row, in lower case, that no other owner's row has. */
  String mark();

  /**
   * The id of a row of {@code table}, such as {@code content.todos}; of nobody, one that never was.
   * People are rows of {@code public.users}.
   */
  UUID id(String table);

  /** What the row of {@code table} has in {@code column}, in text form; null for SQL's NULL. */
  @Nullable String value(String table, String column);
}
