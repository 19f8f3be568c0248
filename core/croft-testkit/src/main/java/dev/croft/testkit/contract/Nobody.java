package dev.croft.testkit.contract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Owns what never was: fresh ids, and values like a tenant's that no row has. */
final class Nobody implements Owner {
  static final String MARK = "cedar";

  private final Side like;
  private final Map<Object, UUID> ids = new HashMap<>();

  Nobody(Side like) {
    this.like = like;
  }

  @Override
  public String mark() {
    return MARK;
  }

  @Override
  public UUID id(String table) {
    return inPlaceOf(table);
  }

  /** The id that never was and stands for {@code thing}, each time the same. */
  UUID inPlaceOf(Object thing) {
    return ids.computeIfAbsent(thing, key -> UUID.randomUUID());
  }

  @Override
  public @Nullable String value(String table, String column) {
    String value = like.value(table, column);
    return value == null ? null : renamed(value, like.mark(), MARK);
  }

  /** {@code text} with one word in place of another, in the same case. */
  static String renamed(String text, String from, String to) {
    return text.replace(from, to)
        .replace(from.toUpperCase(Locale.ROOT), to.toUpperCase(Locale.ROOT))
        .replace(title(from), title(to));
  }

  private static String title(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
