package dev.croft.analysis;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two sets of columns come in all combinations within each group.
 *
 * @param isEverywhere whether they do in every group
 * @param groups how many groups have several of both
 * @param combinations how many combinations those have
 */
record Products(boolean isEverywhere, int groups, long combinations) {

  static Products of(
      Sample sample, Collection<String> by, Collection<String> some, Collection<String> others) {
    Groups groups = sample.by(by);
    int[] left = distinctPerGroup(groups, sample.by(some).group());
    int[] right = distinctPerGroup(groups, sample.by(others).group());
    Set<String> both = new HashSet<>(some);
    both.addAll(others);
    int[] pairs = distinctPerGroup(groups, sample.by(both).group());
    boolean isEverywhere = true;
    int telling = 0;
    long combinations = 0;
    for (int group = 0; group < groups.count(); group++) {
      isEverywhere &= pairs[group] == (long) left[group] * right[group];
      if (left[group] > 1 && right[group] > 1) {
        telling++;
        combinations += pairs[group];
      }
    }
    return new Products(isEverywhere, telling, combinations);
  }

  private static int[] distinctPerGroup(Groups groups, int[] numbers) {
    int[] distinct = new int[groups.count()];
    Set<Long> seen = new HashSet<>();
    for (int row = 0; row < numbers.length; row++) {
      int group = groups.group()[row];
      if (!groups.isNull()[row] && seen.add(((long) group << Integer.SIZE) | numbers[row])) {
        distinct[group]++;
      }
    }
    return distinct;
  }
}
