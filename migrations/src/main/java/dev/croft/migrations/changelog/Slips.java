package dev.croft.migrations.changelog;

/** How many letters must be added, dropped, replaced or swapped to make one word of another. */
final class Slips {
  private Slips() {}

  static int between(String from, String to) {
    int[][] slips = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        slips[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : fewest(slips, from, to, i, j);
      }
    }
    return slips[from.length()][to.length()];
  }

  private static int fewest(int[][] slips, String from, String to, int i, int j) {
    int replaced = slips[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int addedOrDropped = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
    int fewest = Math.min(replaced, addedOrDropped);
    return isSwap(from, to, i, j) ? Math.min(fewest, slips[i - 2][j - 2] + 1) : fewest;
  }

  private static boolean isSwap(String from, String to, int i, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
