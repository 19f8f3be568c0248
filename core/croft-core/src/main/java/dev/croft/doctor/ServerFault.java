package dev.croft.doctor;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fault of PostgreSQL that lets a login read, change or run more than its policies and grants
 * say. Source: postgresql.org/support/security. Faults of clients, tools and contributed modules
 * are left out.
 *
 * @param effect completes "a login may …"
 * @param fixed the minor version of each major one that has it no more; others never had it
 */
record ServerFault(String cve, String effect, Map<Integer, Integer> fixed) {
  private static final String RUN_CODE = "run code as the server";
  private static final Map<Integer, Integer> FEBRUARY_2026 = Map.of(15, 16, 16, 12, 17, 8, 18, 2);
  private static final Map<Integer, Integer> MAY_2026 = Map.of(15, 18, 16, 14, 17, 10, 18, 4);
  private static final Map<Integer, Integer> AUGUST_2026 = Map.of(15, 19, 16, 15, 17, 11, 18, 6);

  private static final List<ServerFault> KNOWN =
      List.of(
          new ServerFault("CVE-2023-2454", "defeat a protective search_path", Map.of(15, 3)),
          new ServerFault("CVE-2023-2455", "be asked another role's policies", Map.of(15, 3)),
          new ServerFault("CVE-2023-39418", "pass policies by MERGE", Map.of(15, 4)),
          new ServerFault("CVE-2023-5868", "read the server's memory", Map.of(15, 5, 16, 1)),
          new ServerFault("CVE-2023-5869", RUN_CODE, Map.of(15, 5, 16, 1)),
          new ServerFault("CVE-2024-4317", "read statistics of others", Map.of(15, 7, 16, 3)),
          new ServerFault(
              "CVE-2024-10976", "be asked another role's policies", Map.of(15, 9, 16, 5, 17, 1)),
          new ServerFault(
              "CVE-2024-10978", "come back from SET ROLE as another", Map.of(15, 9, 16, 5, 17, 1)),
          new ServerFault(
              "CVE-2025-8713",
              "read sampled rows that a policy hides",
              Map.of(15, 14, 16, 10, 17, 6)),
          new ServerFault("CVE-2026-2003", "read the server's memory", FEBRUARY_2026),
          new ServerFault("CVE-2026-2006", RUN_CODE, FEBRUARY_2026),
          new ServerFault("CVE-2026-6473", RUN_CODE, MAY_2026),
          new ServerFault("CVE-2026-6474", "read the server's memory", MAY_2026),
          new ServerFault("CVE-2026-14669", RUN_CODE, AUGUST_2026),
          new ServerFault("CVE-2026-14680", RUN_CODE, AUGUST_2026),
          new ServerFault("CVE-2026-16239", RUN_CODE, AUGUST_2026));

  /** Those of that version. */
  static List<ServerFault> of(int major, int minor) {
    return KNOWN.stream().filter(fault -> fault.isIn(major, minor)).toList();
  }

  private boolean isIn(int major, int minor) {
    return minor < fixed.getOrDefault(major, 0);
  }

  /** The minor version in which the last known one was fixed; 0 where none is known. */
  static int patched(int major) {
    return minors(major).max(Integer::compare).orElse(0);
  }

  private static Stream<Integer> minors(int major) {
    return KNOWN.stream().map(fault -> fault.fixed.getOrDefault(major, 0));
  }
}
