package dev.croft.cli;

import picocli.CommandLine.Help.Ansi;

/** Begins the command line: {@code java -jar croft.jar COMMAND}. */
public final class Main {
  private static final String LOG = "org.slf4j.simpleLogger.";

  private Main() {}

  /** Runs the command, then ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    quieten();
    requireLibraries();
    System.exit(CroftCommand.run(Surroundings.ofThisProcess(), Ansi.AUTO, arguments));
  }

  /** Commands say what they do by themselves; only a wait for another process is told by a log. */
  private static void quieten() {
    System.setProperty(LOG + "defaultLogLevel", "off");
    System.setProperty(LOG + "log.dev.croft.migrations.lock", "info");
    System.setProperty(LOG + "showThreadName", "false");
    System.setProperty(LOG + "showLogName", "false");
    System.setProperty("liquibase.analytics.enabled", "false");
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  /** The jar holds Croft's own classes; Liquibase and the driver are for its user to choose. */
  private static void requireLibraries() {
    for (String name : new String[] {"liquibase.Scope", "org.postgresql.Driver"}) {
      try {
        Class.forName(name, false, Main.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        System.err.printf(
            "Croft cannot run: the class %s is missing. Put the libraries into lib beside the jar:"
                + " mvn dependency:copy-dependencies -DincludeScope=runtime"
                + " -DoutputDirectory=lib, or run the jar from the local Maven repository.%n",
            name);
        System.exit(ExitStatus.FAILED);
      }
    }
  }
}
