package dev.croft.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** Stands where croft-core would, while a test wants to know what it is told. */
public final class RecordingDoctor implements ToolProvider {
  static boolean isPresent;
  static List<String> arguments = List.of();
  static String complaint = "";
  static int status;

  @Override
  public String name() {
    return isPresent ? "croft-doctor" : "absent";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... given) {
    arguments = List.of(given);
    out.println("examined");
    err.print(complaint);
    err.flush();
    return status;
  }
}
