package dev.croft.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide lists every rule, and shows findings as they are. */
class DoctorGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "doctor.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([A-Z]+) \\| .+ \\|$");

  @Test
  void every_rule_is_listed_with_its_severity() throws IOException {
    List<String> listed =
        ROW.matcher(Files.readString(GUIDE))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    List<String> rules = new ArrayList<>();
    rules.add("server-unsupported ERROR");
    rules.add("server-unpatched ERROR");
    rules.add("driver-unpatched ERROR");
    for (Rule rule : Rule.values()) {
      rules.add(rule.id() + " " + rule.severity());
    }
    rules.add("system-role-not-in-group ERROR");
    assertThat(listed).containsExactlyElementsOf(rules);
  }

  @Test
  void the_finding_that_it_shows_is_what_the_doctor_says() throws IOException {
    try (Patient healthy = Patient.healthy();
        Trial trial = Trial.on(healthy)) {
      trial.asSuperuser("alter table auth.roles no force row level security");
      Examination examination = trial.examine();
      String guide = Files.readString(GUIDE);
      assertThat(guide).contains(examination.toText().replace(System.lineSeparator(), "\n"));
      assertThat(guide.replace("\n", "")).contains(examination.toJson());
    }
  }
}
