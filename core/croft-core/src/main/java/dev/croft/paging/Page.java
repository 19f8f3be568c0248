package dev.croft.paging;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Some consecutive rows of a listing.
 *
 * @param items the rows, immutable
 * @param next where the next page begins; empty on the last page
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
    requireNonNull(next, "next");
  }
}
