package dev.croft.leaks;

import dev.croft.fixture.Figures;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Texts that came out somewhere, searched for canaries as they come. */
final class Findings {
  /**
   * A canary in a text.
   *
   * @param source where the text came out
   */
  record Leak(String source, String form, String text) {
    /** Whether it is not the fault of a logger that Croft warns of. */
    boolean isNotWarnedOf() {
      return Listening.WARNED_OF.stream().noneMatch(name -> source.startsWith("logger " + name));
    }
  }

  private final Queue<Leak> leaks = new ConcurrentLinkedQueue<>();

  void search(String source, @Nullable String text) {
    if (text != null) {
      Figures.add("leaks: texts searched", 1);
      Canary.in(text).ifPresent(form -> leaks.add(new Leak(source, form, text)));
    }
  }

  List<Leak> leaks() {
    return List.copyOf(leaks);
  }
}
