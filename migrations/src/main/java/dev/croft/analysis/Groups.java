package dev.croft.analysis;

/**
 * Rows, divided.
 *
 * @param group of each row the number of its group, counted from 0
 * @param isNull of each row whether a column that divides it is null
 * @param count how many groups there are
 */
@SuppressWarnings("ArrayRecordComponent")
record Groups(int[] group, boolean[] isNull, int count) {

  /** Whether the rows of each group agree in this too; those with a null say nothing. */
  boolean decide(int[] numbers) {
    int[] first = new int[count];
    for (int row = 0; row < group.length; row++) {
      if (!isNull[row]) {
        int seen = first[group[row]];
        if (seen != 0 && seen != numbers[row] + 1) {
          return false;
        }
        first[group[row]] = numbers[row] + 1;
      }
    }
    return true;
  }

  /** How many groups have no null. */
  int determinants() {
    boolean[] isFound = new boolean[count];
    int found = 0;
    for (int row = 0; row < group.length; row++) {
      if (!isNull[row] && !isFound[group[row]]) {
        isFound[group[row]] = true;
        found++;
      }
    }
    return found;
  }

  /** How many rows have no null, and are not the first of their group. */
  int agreements() {
    int complete = 0;
    for (boolean missing : isNull) {
      complete += missing ? 0 : 1;
    }
    return complete - determinants();
  }
}
