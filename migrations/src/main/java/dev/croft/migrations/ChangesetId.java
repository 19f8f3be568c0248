package dev.croft.migrations;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Names a changeset.
 *
 * @param file the path of its file, as the changelog includes it
 */
public record ChangesetId(String file, String author, String id) implements Serializable {
  public ChangesetId {
    requireNonNull(file, "file");
    requireNonNull(author, "author");
    requireNonNull(id, "id");
  }

  @Override
  public String toString() {
    return "%s::%s:%s".formatted(file, author, id);
  }
}
