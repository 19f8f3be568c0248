package dev.croft.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a table, of which no value is known: equal values of a column have equal numbers, counted
 * from 0, and 0 is null.
 */
final class Sample {
  private final List<String> columns;
  private final int[][] numbers;
  private final int rows;
  private final boolean isWhole;

  /**
   * @param numbers of each column, of each row
   * @param isWhole whether the table has no other rows
   */
  Sample(List<String> columns, int[][] numbers, int rows, boolean isWhole) {
    this.columns = columns;
    this.numbers = numbers;
    this.rows = rows;
    this.isWhole = isWhole;
  }

  int rows() {
    return rows;
  }

  boolean isWhole() {
    return isWhole;
  }

  List<String> columns() {
    return columns;
  }

  int[] numbers(String column) {
    return numbers[columns.indexOf(column)];
  }

  /** The rows by what these columns hold. */
  Groups by(Collection<String> of) {
    int[] group = new int[rows];
    boolean[] isNull = new boolean[rows];
    int count = Math.min(rows, 1);
    for (String column : of) {
      int[] added = numbers(column);
      count = refine(group, added);
      for (int row = 0; row < rows; row++) {
        isNull[row] |= added[row] == 0;
      }
    }
    return new Groups(group, isNull, count);
  }

  private static int refine(int[] group, int[] added) {
    Map<Long, Integer> known = new HashMap<>();
    for (int row = 0; row < group.length; row++) {
      long key = ((long) group[row] << Integer.SIZE) | added[row];
      group[row] = known.computeIfAbsent(key, unseen -> known.size());
    }
    return known.size();
  }

  /** How likely it is that two rows, taken at random, agree in a column. */
  double chance(String column) {
    int[] held = numbers(column);
    int[] counts = new int[Arrays.stream(held).max().orElse(0) + 1];
    for (int number : held) {
      counts[number]++;
    }
    double sum = 0;
    for (int count : counts) {
      double share = (double) count / rows;
      sum += share * share;
    }
    return sum;
  }
}
