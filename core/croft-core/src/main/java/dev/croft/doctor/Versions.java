package dev.croft.doctor;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Servers and drivers in which row-level security or its settings are known to be broken. */
final class Versions {
  private static final int OLDEST_MAJOR = 15;
  private static final List<Integer> PATCHED_DRIVER = List.of(42, 7, 12);

  private Versions() {}

  /**
   * Judges both.
   *
   * @param server as the setting server_version_num has it, such as 170011
   * @param driver as pgjdbc tells it, such as 42.7.14
   */
  static List<Finding> findings(int server, String driver) {
    List<Finding> findings = new ArrayList<>();
    add(findings, server(server / 10_000, server % 10_000));
    add(findings, driver(driver));
    return findings;
  }

  private static void add(List<Finding> findings, @Nullable Finding finding) {
    if (finding != null) {
      findings.add(finding);
    }
  }

  private static @Nullable Finding server(int major, int minor) {
    String version = "PostgreSQL %d.%d".formatted(major, minor);
    if (major < OLDEST_MAJOR) {
      return error(
          "server-unsupported",
          version,
          version + " is older than " + OLDEST_MAJOR,
          "It lacks what the fences are made of, security_invoker of views among it.",
          "upgrade the server to PostgreSQL 15 or later.");
    }
    List<ServerFault> faults = ServerFault.of(major, minor);
    return faults.isEmpty()
        ? null
        : error(
            "server-unpatched",
            version,
            "%s has known holes: %s".formatted(version, listed(faults, ServerFault::cve)),
            "A login of tenants may there " + listed(faults, ServerFault::effect) + ".",
            "upgrade the server to %d.%d or later.".formatted(major, ServerFault.patched(major)));
  }

  private static String listed(List<ServerFault> faults, Function<ServerFault, String> part) {
    return faults.stream().map(part).distinct().collect(joining(", "));
  }

  private static @Nullable Finding driver(String version) {
    return isPatched(version)
        ? null
        : error(
            "driver-unpatched",
            "pgjdbc " + version,
            "pgjdbc %s is older than 42.7.12".formatted(version),
            "Earlier ones can be led to talk to somebody else than the server: CVE-2026-54291"
                + " among others.",
            "depend on org.postgresql:postgresql 42.7.12 or later.");
  }

  private static boolean isPatched(String version) {
    String[] parts = version.split("[^0-9]+", -1);
    for (int i = 0; i < PATCHED_DRIVER.size(); i++) {
      int part = i < parts.length && !parts[i].isEmpty() ? Integer.parseInt(parts[i]) : 0;
      if (part != PATCHED_DRIVER.get(i)) {
        return part > PATCHED_DRIVER.get(i);
      }
    }
    return true;
  }

  private static Finding error(
      String rule, String object, String problem, String reason, String repair) {
    return new Finding(rule, Severity.ERROR, object, problem, reason, repair);
  }
}
