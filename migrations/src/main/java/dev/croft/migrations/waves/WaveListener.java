package dev.croft.migrations.waves;

import java.util.List;

/** Is told how far the waves are; by several threads, but one at a time. */
public interface WaveListener {
  /** Listens to nothing. */
  WaveListener NONE = new WaveListener() {};

  /**
   * A wave begins.
   *
   * @param number counts from 0, which is that of the canaries
   */
  default void begun(int number, List<String> schemas) {}

  /**
   * A schema is done, or failed.
   *
   * @param count how many are, of {@code total}
   */
  default void finished(SchemaOutcome outcome, int count, int total) {}
}
