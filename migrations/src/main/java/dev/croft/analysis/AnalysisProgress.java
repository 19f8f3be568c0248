package dev.croft.analysis;

/** Is told of each table before it is read. */
public interface AnalysisProgress {
  /**
   * @param table its qualified name
   * @param number counted from 1
   * @param count how many there are in all
   */
  void begun(String table, int number, int count);
}
