package dev.croft.paging;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which page of a listing in the order of ids, which are time-ordered.
 *
 * @param size the most rows of the page, 1 to {@value #MAXIMUM_SIZE}
 * @param cursor where the page before ended; empty for the first page
 */
public record PageRequest(int size, Optional<Cursor> cursor) {
  /** The largest page. */
  public static final int MAXIMUM_SIZE = 1_000;

  public PageRequest {
    requireNonNull(cursor, "cursor");
    if (size < 1 || size > MAXIMUM_SIZE) {
      throw new IllegalArgumentException(
          "A page has 1 to %d rows, and %d were asked for.".formatted(MAXIMUM_SIZE, size));
    }
  }

  /** The first {@code size} rows. */
  public static PageRequest first(int size) {
    return new PageRequest(size, Optional.empty());
  }

  /** The page of the same size that follows {@code place}. */
  public PageRequest after(Cursor place) {
    return new PageRequest(size, Optional.of(place));
  }

  /** The id after which the page begins; empty for the first page. */
  public Optional<UUID> afterId() {
    return cursor.map(Cursor::id);
  }

  /** How many rows a repository fetches for the page: one more, to know whether more follow. */
  public int limit() {
    return size + 1;
  }

  /** The page made of {@code rows}, fetched in the order of ids and up to {@link #limit()}. */
  public <T> Page<T> page(List<T> rows, Function<? super T, UUID> id) {
    if (rows.size() <= size) {
      return new Page<>(rows, Optional.empty());
    }
    List<T> items = rows.subList(0, size);
    return new Page<>(items, Optional.of(Cursor.after(id.apply(items.getLast()))));
  }
}
