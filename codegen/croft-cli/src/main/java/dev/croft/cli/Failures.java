package dev.croft.cli;

import dev.croft.analysis.AnalysisException;
import dev.croft.codegen.CodegenException;
import dev.croft.documentation.DocumentationException;
import dev.croft.lint.LintException;
import dev.croft.migrations.ChangesetFailedException;
import dev.croft.migrations.DatabaseUnavailableException;
import dev.croft.migrations.InvalidDatabaseUrlException;
import dev.croft.migrations.LocksNotMeasuredException;
import dev.croft.migrations.MigrationException;
import dev.croft.migrations.MigrationLockException;
import dev.croft.migrations.ResetRefusedException;
import dev.croft.migrations.RollbackRefusedException;
import dev.croft.migrations.TagRefusedException;
import dev.croft.postgres.InvalidServerUrlException;
import dev.croft.postgres.PostgresException;
import dev.croft.postgres.ServerUnavailableException;
import dev.croft.seeding.ProductionDatabaseException;
import dev.croft.seeding.SeedException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, and with which exit code. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final Pattern SECRET = Pattern.compile("(?i)(pass\\w*[= ])[^']*|//[^/@']*@");
  private static final Pattern ARGUMENT = Pattern.compile("'[^']*'");

  private static final String CONNECTION_EXCEPTION = "08";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private Failures() {}

  /** Of options that were not understood; what may be a password among them is left out. */
  static int ofUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(red(command, withoutSecrets(String.valueOf(failure.getMessage()))));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See %s --help.".formatted(command.getCommandSpec().qualifiedName()));
    err.flush();
    return ExitStatus.USAGE;
  }

  private static String withoutSecrets(String message) {
    String text =
        message.contains("pass")
            ? ARGUMENT.matcher(message).replaceAll(each -> withoutValue(each.group()))
            : message;
    return SECRET.matcher(text).replaceAll("$1…");
  }

  private static String withoutValue(String quoted) {
    return quoted.startsWith("'-") ? quoted : "'…'";
  }

  /** Of the work itself. */
  static int ofWork(Exception failure, CommandLine command, ParseResult ignored) {
    PrintWriter err = command.getErr();
    if (command.getParseResult().hasMatchedOption("--json")) {
      err.println(Json.of(Map.of("error", error(failure))));
    } else {
      err.println(red(command, message(failure)));
    }
    if (!isExpected(failure)) {
      LOG.error("unexpected", failure);
    }
    err.flush();
    return status(failure);
  }

  private static Map<String, String> error(Exception failure) {
    String type = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
    return new TreeMap<>(Map.of("type", type, "message", message(failure)));
  }

  static String message(Exception failure) {
    return failure instanceof ResetRefusedException refused
        ? "The database was not reset: %s. %s"
            .formatted(refused.facts(), ResetCommand.HOW_TO_INSIST)
        : String.valueOf(failure.getMessage());
  }

  private static String red(CommandLine command, String text) {
    return command.getColorScheme().apply(text, List.of(Style.fg_red)).toString();
  }

  private static boolean isExpected(Exception failure) {
    return failure instanceof MigrationException
        || failure instanceof CodegenException
        || failure instanceof LintException
        || failure instanceof AnalysisException
        || failure instanceof PostgresException
        || failure instanceof SeedException
        || failure instanceof DocumentationException
        || failure instanceof OverwriteRefusedException
        || failure instanceof UnreachableException
        || failure instanceof UsageException
        || failure instanceof FileException;
  }

  private static int status(Exception failure) {
    if (failure instanceof UsageException
        || failure instanceof InvalidServerUrlException
        || failure instanceof InvalidDatabaseUrlException) {
      return ExitStatus.USAGE;
    }
    if (failure instanceof LocksNotMeasuredException
        || failure instanceof ResetRefusedException
        || failure instanceof OverwriteRefusedException
        || failure instanceof RollbackRefusedException
        || failure instanceof ProductionDatabaseException
        || failure instanceof TagRefusedException) {
      return ExitStatus.REFUSED;
    }
    return isTemporary(failure) ? ExitStatus.UNAVAILABLE : ExitStatus.FAILED;
  }

  private static boolean isTemporary(Exception failure) {
    return failure instanceof DatabaseUnavailableException
        || failure instanceof MigrationLockException
        || failure instanceof ServerUnavailableException
        || (failure instanceof SeedException
            && failure.getCause() instanceof SQLException refusal
            && String.valueOf(refusal.getSQLState()).startsWith(CONNECTION_EXCEPTION))
        || failure instanceof UnreachableException
        || (failure instanceof ChangesetFailedException changeset
            && changeset.sqlState().equals(LOCK_NOT_AVAILABLE));
  }
}
