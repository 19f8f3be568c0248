package dev.croft.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The report for people and for programs. */
class ExaminationTest {
  private static final Finding ERROR =
      new Finding("a-rule", Severity.ERROR, "\"odd\\\n\"", "it is odd", "Odd…", "mend it;");
  private static final Finding WARNING =
      new Finding("b-rule", Severity.WARNING, "plain", "it is plain", "Plain.", "adorn it;");

  @Test
  void errors_and_warnings_are_told_apart() {
    Examination examination = new Examination(List.of(ERROR, WARNING));
    assertThat(examination.errors()).containsExactly(ERROR);
    assertThat(examination.warnings()).containsExactly(WARNING);
  }

  @Test
  void the_text_says_problem_reason_and_repair() {
    assertThat(new Examination(List.of(WARNING)).toText())
        .isEqualToNormalizingNewlines(
            "WARNING b-rule: it is plain\n  Plain.\n  Repair: adorn it;\n");
  }

  @Test
  void json_escapes_what_it_must() {
    assertThat(new Examination(List.of(ERROR, WARNING)).toJson())
        .isEqualTo(
            """
            {"findings":[\
            {"rule":"a-rule","severity":"ERROR","object":"\\"odd\\\\\\u000a\\"",\
            "problem":"it is odd","reason":"Odd\\u2026","repair":"mend it;"},\
            {"rule":"b-rule","severity":"WARNING","object":"plain",\
            "problem":"it is plain","reason":"Plain.","repair":"adorn it;"}]}\
            """);
  }

  @Test
  void nothing_found_is_json_too() {
    assertThat(new Examination(List.of()).toJson()).isEqualTo("{\"findings\":[]}");
  }
}
