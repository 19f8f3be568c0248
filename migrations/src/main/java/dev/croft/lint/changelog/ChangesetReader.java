package dev.croft.lint.changelog;

import dev.croft.lint.sql.Script;
import dev.croft.lint.sql.SqlSyntaxException;
import dev.croft.lint.sql.Statement;
import dev.croft.migrations.WrittenChangeset;
import dev.croft.migrations.changelog.Fault;
import dev.croft.migrations.changelog.FormattedSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the changesets of a file in its text, and reads their statements where they stand. */
final class ChangesetReader {
  private final String file;
  private final List<String> lines;
  private final List<Integer> headers;
  private final Set<Integer> taken = new HashSet<>();

  ChangesetReader(String file, String text) {
    this.file = file;
    lines = text.lines().toList();
    headers = file.endsWith(".sql") ? FormattedSql.changesetLines(text) : List.of();
  }

  Changeset read(WrittenChangeset written) {
    Optional<Integer> header = headerOf(written);
    int line = header.orElseGet(() -> lineNaming(written.id().id()));
    List<String> text = header.map(this::textFrom).orElse(List.of());
    try {
      return new Changeset(written, line, text, statements(written, line, text), Optional.empty());
    } catch (SqlSyntaxException e) {
      int at = isReadAsWritten(text) ? line + e.line() - 1 : line;
      Fault fault = new Fault(file, at, String.valueOf(e.getMessage()));
      return new Changeset(written, line, text, List.of(), Optional.of(fault));
    }
  }

  /** Liquibase's own statements where the text is not what runs. */
  private static List<Statement> statements(WrittenChangeset written, int line, List<String> text)
      throws SqlSyntaxException {
    List<Statement> statements = new ArrayList<>();
    if (isReadAsWritten(text)) {
      Script.read(String.join("\n", text)).stream()
          .map(each -> moved(each, line + each.line() - 1))
          .forEach(statements::add);
      return statements;
    }
    for (String sql : written.statements()) {
      Script.read(sql).stream().map(each -> moved(each, line)).forEach(statements::add);
    }
    return statements;
  }

  private static boolean isReadAsWritten(List<String> text) {
    return !text.isEmpty()
        && !text.getFirst().toLowerCase(Locale.ROOT).contains("enddelimiter:")
        && text.stream().noneMatch(each -> each.contains("${"));
  }

  private static Statement moved(Statement statement, int line) {
    return new Statement(line, statement.sql(), statement.isDefinition(), statement.effects());
  }

  private Optional<Integer> headerOf(WrittenChangeset written) {
    String id = written.id().author() + ":" + written.id().id();
    Optional<Integer> found =
        headers.stream()
            .filter(each -> !taken.contains(each) && names(lines.get(each - 1), id))
            .findFirst();
    found.ifPresent(taken::add);
    return found;
  }

  private static boolean names(String header, String id) {
    String plain = header.replace("\"", "");
    return plain.endsWith(" " + id) || plain.contains(" " + id + " ");
  }

  private List<String> textFrom(int header) {
    int end =
        headers.stream().filter(each -> each > header).findFirst().orElse(lines.size() + 1) - 1;
    return lines.subList(header - 1, end);
  }

  private int lineNaming(String id) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(id)) {
        return i + 1;
      }
    }
    return 1;
  }
}
