package dev.croft.maven;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.maven.plugin.logging.Log;

/** Forwards the lines of the fork to Maven's log, and keeps the last ones. */
final class ForkLog {

  private static final int KEPT = 20;

  private final Log log;
  private final Deque<String> last = new ArrayDeque<>();

  ForkLog(Log log) {
    this.log = log;
  }

  void line(String line) {
    last.addLast(line);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
    forward(line);
  }

  String tail() {
    return String.join(System.lineSeparator(), last);
  }

  private void forward(String line) {
    if (line.startsWith("[INFO] ")) {
      log.info(line.substring("[INFO] ".length()));
    } else if (line.startsWith("[WARN] ")) {
      log.warn(line.substring("[WARN] ".length()));
    } else if (line.startsWith("[ERROR] ")) {
      log.error(line.substring("[ERROR] ".length()));
    } else {
      log.debug(line);
    }
  }
}
