package dev.croft.lint;

import static java.util.stream.Collectors.joining;

import dev.croft.lint.catalogue.CatalogueRules;
import dev.croft.lint.changelog.ChangelogRules;
import dev.croft.lint.report.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The page of the rules: what is written by hand, and below it what golden files say. */
final class RulesPage {
  static final Path PATH = Path.of("docs", "rules.md");
  private static final Path GOLDEN = Path.of("src", "test", "resources", "lint");
  private static final String MARK =
      "<!-- From here on made of the rules and their examples by RulesPageTest. -->\n";

  private RulesPage() {}

  static String written() throws IOException {
    return Files.readString(PATH);
  }

  /** The page as it should be, its upper part as it is. */
  static String renewed() throws IOException {
    String written = written();
    return written.substring(0, written.indexOf(MARK) + MARK.length())
        + part("Rules about changelog files", ChangelogRules.rules())
        + part("Rules about databases", CatalogueRules.all().rules());
  }

  private static String part(String title, List<Rule> rules) {
    return "\n## %s\n\n| rule | severity | what must hold |\n| --- | --- | --- |\n".formatted(title)
        + rules.stream().map(RulesPage::row).collect(joining())
        + rules.stream().map(RulesPage::section).collect(joining());
  }

  private static String row(Rule rule) {
    return "| [%s](#%s) | %s | %s |\n"
        .formatted(rule.id(), rule.id(), rule.severity().word(), rule.title().replace("|", "\\|"));
  }

  private static String section(Rule rule) {
    return "\n### %s\n\n**%s** · %s.\n\n%s\n\nThis breaks it:\n\n%s\n%s\n\nThis does not:\n\n%s"
        .formatted(
            rule.id(),
            rule.severity().word(),
            rule.title(),
            rule.why(),
            example(rule.id(), "failing"),
            block("text", read(GOLDEN.resolve(rule.id()).resolve("expected.txt"))).stripTrailing(),
            example(rule.id(), "passing"));
  }

  private static String example(String rule, String kind) {
    Path folder = GOLDEN.resolve(rule).resolve(kind);
    if (!Files.isDirectory(folder)) {
      return block("sql", read(GOLDEN.resolve(rule).resolve(kind + ".sql")));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(RulesPage::named).collect(joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String named(Path file) {
    String name = file.getFileName().toString();
    String language = name.endsWith(".sql") ? "sql" : name.endsWith(".xml") ? "xml" : "text";
    return "`%s`\n\n%s".formatted(name, block(language, read(file)));
  }

  private static String block(String language, String text) {
    return "```%s\n%s\n```\n".formatted(language, text.stripTrailing());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
