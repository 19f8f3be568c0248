package dev.croft.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Prints a script for bash and zsh that completes commands and options.",
    footer = {"", "Once for this shell:  source <(croft completion)"})
@SuppressWarnings("NullAway.Init")
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    out.print(AutoComplete.bash("croft", command.root().commandLine()));
    out.flush();
    return ExitStatus.DONE;
  }
}
