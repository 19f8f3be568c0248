package dev.croft.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Begins the command line: {@code java -jar croft.jar COMMAND}. */
public final class Main {
  private static final String LOG = "org.slf4j.simpleLogger.";

  private Main() {}

  /**
   * Runs the command, then ends the JVM with its exit code. What it writes is the same in every
   * language of the machine, generated code above all.
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    quieten();
    Surroundings surroundings = Surroundings.ofThisProcess();
    requireLibraries(surroundings.err());
    System.exit(CroftCommand.run(surroundings, Ansi.AUTO, arguments));
  }

  /**
   * Commands say what they do by themselves. A log tells of a wait for another process, and where
   * the code was when something happened that nobody expected.
   */
  private static void quieten() {
    System.setProperty(LOG + "defaultLogLevel", "off");
    System.setProperty(LOG + "log.dev.croft.migrations.lock", "info");
    System.setProperty(LOG + "log.dev.croft.cli", "error");
    System.setProperty(LOG + "showThreadName", "false");
    System.setProperty(LOG + "showLogName", "false");
    System.setProperty("liquibase.analytics.enabled", "false");
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  /** The jar holds Croft's own classes; Liquibase and the driver are for its user to choose. */
  private static void requireLibraries(PrintWriter err) {
    for (String name : new String[] {"liquibase.Scope", "org.postgresql.Driver"}) {
      try {
        Class.forName(name, false, Main.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        err.printf(
            "Croft cannot run: the class %s is missing. Put the libraries into lib beside the jar:"
                + " mvn dependency:copy-dependencies -DincludeScope=runtime"
                + " -DoutputDirectory=lib, or run the jar from the local Maven repository.%n",
            name);
        System.exit(ExitStatus.FAILED);
      }
    }
  }
}
