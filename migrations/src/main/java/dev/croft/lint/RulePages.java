package dev.croft.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What the documentation says about each rule. */
public final class RulePages {
  private static final String PAGE = "rules.md";

  private RulePages() {}

  /** The section of a rule, in Markdown; empty if there is no such rule. */
  public static Optional<String> of(String rule) {
    String page = page();
    int start = page.indexOf("\n### %s\n".formatted(rule));
    if (start < 0) {
      return Optional.empty();
    }
    int next = page.indexOf("\n##", start + 1);
    return Optional.of(page.substring(start + 1, next < 0 ? page.length() : next + 1).strip());
  }

  private static String page() {
    try (InputStream stream = RulePages.class.getResourceAsStream(PAGE)) {
      if (stream == null) {
        throw new IllegalStateException("no resource: " + PAGE);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
