package dev.croft.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the answer is written. */
@SuppressWarnings("NullAway.Init")
final class OutputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Write the answer, and a failure, as JSON.")
  private boolean isJson;

  boolean isJson() {
    return isJson;
  }

  /** Writes the answer, and gives its exit code. */
  int write(Answer answer) {
    var out = command.commandLine().getOut();
    if (isJson) {
      out.println(Json.of(answer.facts()));
    } else {
      answer.lines().forEach(out::println);
    }
    out.flush();
    return answer.status();
  }
}
