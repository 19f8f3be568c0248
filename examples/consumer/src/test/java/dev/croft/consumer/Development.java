package dev.croft.consumer;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A Maven that runs croft:dev, until it is told to stop. */
final class Development {

  private static final String READY = "Interrupt it to stop; what it holds stays.";

  private final Process process;
  private final BufferedReader lines;
  private final List<String> told = new ArrayList<>();

  private Development(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  /** Waits until the database can be used, or Maven has ended. */
  static Development start(Maven maven, String... words) throws Exception {
    Development development = new Development(maven.start(words));
    String line = "";
    while (line != null && !line.equals(READY)) {
      development.told.add(line);
      line = development.lines.readLine();
    }
    return development;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** All that was said so far. */
  String told() {
    return String.join("\n", told);
  }

  /** As one does at the terminal, not by force; waits for Maven to end. */
  void interrupt() throws InterruptedException {
    process.toHandle().destroy();
    process.waitFor();
    lines.lines().forEach(told::add);
  }
}
