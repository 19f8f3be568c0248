package dev.croft.analysis;

/** Learns how far an analysis is. */
public interface AnalysisProgress {
  /**
   * Called before a table is read.
   *
   * @param table its qualified name
   * @param number counted from 1
   * @param count how many there are in all
   */
  void begun(String table, int number, int count);
}
