package dev.croft.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers and drivers are too old to keep tenants apart. */
class VersionsTest {
  private static final String DRIVER = "42.7.14";
  private static final int SERVER = 170_011;

  @ParameterizedTest
  @ValueSource(ints = {150_019, 160_015, 170_011, 180_006, 180_012, 190_000})
  void a_patched_server_is_fine(int server) {
    assertThat(Versions.findings(server, DRIVER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {150_018, 160_014, 170_010, 180_005})
  void a_server_with_a_known_hole_is_an_error(int server) {
    assertThat(Versions.findings(server, DRIVER))
        .extracting(Finding::rule)
        .containsExactly("server-unpatched");
  }

  @Test
  void a_server_is_told_what_it_is_open_to_and_nothing_that_was_fixed() {
    assertThat(Versions.findings(170_009, DRIVER))
        .containsExactly(
            new Finding(
                "server-unpatched",
                Severity.ERROR,
                "PostgreSQL 17.9",
                "PostgreSQL 17.9 has known holes: CVE-2026-6473, CVE-2026-6474, CVE-2026-14669,"
                    + " CVE-2026-14680, CVE-2026-16239",
                "A login of tenants may there run code as the server, read the server's memory.",
                "upgrade the server to 17.11 or later."));
  }

  @ParameterizedTest
  @CsvSource({
    "150002, CVE-2023-2455",
    "150003, CVE-2023-39418",
    "150006, CVE-2024-4317",
    "160000, CVE-2023-5869",
    "160004, CVE-2024-10976",
    "170000, CVE-2024-10978",
    "170005, CVE-2025-8713",
    "180001, CVE-2026-2006",
    "180003, CVE-2026-6473",
    "180005, CVE-2026-14669",
  })
  void a_fault_is_found_up_to_the_version_before_its_fix(int server, String cve) {
    assertThat(Versions.findings(server, DRIVER).getFirst().problem()).contains(cve);
    assertThat(Versions.findings(server + 1, DRIVER))
        .allSatisfy(finding -> assertThat(finding.problem()).doesNotContain(cve));
  }

  @Test
  void a_server_older_than_15_is_an_error() {
    assertThat(Versions.findings(140_022, DRIVER))
        .containsExactly(
            new Finding(
                "server-unsupported",
                Severity.ERROR,
                "PostgreSQL 14.22",
                "PostgreSQL 14.22 is older than 15",
                "It lacks what the fences are made of, security_invoker of views among it.",
                "upgrade the server to PostgreSQL 15 or later."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42.7.12", "42.7.14", "42.8.0", "42.10.1", "43.0.0", "42.7.12.jre7"})
  void a_recent_driver_is_fine(String driver) {
    assertThat(Versions.findings(SERVER, driver)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"42.7.11", "42.6.20", "41.9.99", "unknown", ""})
  void an_old_or_unknown_driver_is_an_error(String driver) {
    assertThat(Versions.findings(SERVER, driver))
        .extracting(Finding::rule)
        .containsExactly("driver-unpatched");
  }

  @Test
  void an_old_driver_is_told_why() {
    assertThat(Versions.findings(SERVER, "42.7.11"))
        .containsExactly(
            new Finding(
                "driver-unpatched",
                Severity.ERROR,
                "pgjdbc 42.7.11",
                "pgjdbc 42.7.11 is older than 42.7.12",
                "Earlier ones can be led to talk to somebody else than the server: CVE-2026-54291"
                    + " among others.",
                "depend on org.postgresql:postgresql 42.7.12 or later."));
  }
}
