package dev.croft.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "croft",
    versionProvider = CroftCommand.Version.class,
    description = "Databases and changelogs of services that use Croft.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:it could not be done",
      "2:the command was not understood",
      "3:asked to look, it found something",
      "4:refused, because something would be lost",
      "5:the database cannot be reached, or another process is in the way"
    })
@SuppressWarnings("NullAway.Init")
final class CroftCommand implements Runnable {
  private static final int WIDTH = 100;

  @Spec private CommandSpec command;

  /** The command line, with all its commands. */
  static CommandLine in(Surroundings surroundings, CountDownLatch forEver) {
    CommandLine line =
        new CommandLine(new CroftCommand())
            .addSubcommand(new NewCommand(surroundings))
            .addSubcommand(new ReleaseCommand(surroundings))
            .addSubcommand(new MigrateCommand(surroundings))
            .addSubcommand(new MigrateSchemasCommand(surroundings))
            .addSubcommand(new RollbackCommand(surroundings))
            .addSubcommand(new StatusCommand(surroundings))
            .addSubcommand(new SeedCommand(surroundings))
            .addSubcommand(new DoctorCommand(surroundings))
            .addSubcommand(new LintCommand(surroundings))
            .addSubcommand(new AnalyzeCommand(surroundings))
            .addSubcommand(new ResetCommand(surroundings))
            .addSubcommand(new DocsCommand(surroundings))
            .addSubcommand(new DevCommand(surroundings, forEver))
            .addSubcommand(new GenerateCommand(surroundings))
            .addSubcommand(new CheckCommand(surroundings))
            .addSubcommand(new CompletionCommand());
    line.registerConverter(Duration.class, new Durations());
    line.getSubcommands().values().forEach(CroftCommand::addHelp);
    addHelp(line);
    return line.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setUsageHelpWidth(WIDTH)
        .setUsageHelpLongOptionsMaxWidth(WIDTH / 3)
        .setParameterExceptionHandler(Failures::ofUsage)
        .setExecutionExceptionHandler(Failures::ofWork);
  }

  /** Runs the command that the arguments name, and gives its exit code. */
  static int run(Surroundings surroundings, Ansi ansi, String... arguments) {
    return in(surroundings, new CountDownLatch(1))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .execute(arguments);
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
  }

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "A command is missing.");
  }

  /** The release, as the manifest of the jar names it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CroftCommand.class.getPackage().getImplementationVersion();
      return new String[] {"croft " + Optional.ofNullable(version).orElse("(unreleased)")};
    }
  }
}
