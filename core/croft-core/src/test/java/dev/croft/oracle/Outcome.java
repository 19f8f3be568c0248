package dev.croft.oracle;

import java.util.Map;

/**
 * What a statement did.
 *
 * @param result the rows that it gave, in an order of their own, or how many it changed, or how it
 *     failed
 * @param own the sums of the tenant's own rows afterwards, table by table
 * @param others the sums of all other rows; neither is taken where nothing was written
 */
record Outcome(Kind kind, String result, Map<String, String> own, Map<String, String> others) {
  enum Kind {
    DONE,
    FAILED,
    REFUSED
  }

  static Outcome failed(String how) {
    return new Outcome(Kind.FAILED, how, Map.of(), Map.of());
  }

  static Outcome refused(String why) {
    return new Outcome(Kind.REFUSED, why, Map.of(), Map.of());
  }

  boolean agreesWith(Outcome other) {
    return kind == other.kind && result.equals(other.result) && own.equals(other.own);
  }
}
