package dev.croft.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changelog cannot be trusted to do what its author meant. Nothing was applied. */
public final class MalformedChangelogException extends MigrationException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  MalformedChangelogException(String changelog, List<String> faults, @Nullable Throwable cause) {
    super(
        "The changelog %s is malformed, nothing was applied".formatted(changelog),
        String.join("; ", faults),
        "Correct the files and try again.",
        cause);
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, each fault with its file and, where known, its line. */
  public List<String> faults() {
    return faults;
  }
}
