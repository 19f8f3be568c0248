package dev.croft.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The changelog that includes the others.
 *
 * @param directory what its path is relative to
 * @param path such as {@code db/changelog.xml}; its files are in {@code db/changelog}
 */
record MasterChangelog(Path directory, String path) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final Pattern NAME = Pattern.compile("(\\d{14})_(.+)\\.sql");
  private static final String END = "</databaseChangeLog>";
  private static final String EMPTY_YAML =
      """
      databaseChangeLog:
        - include:
            file: croft/changelog.xml
      """;
  private static final String EMPTY_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <databaseChangeLog
          xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
        <include file="croft/changelog.xml"/>
      </databaseChangeLog>
      """;

  Path file() {
    return directory.resolve(path);
  }

  /**
   * Writes a file, named so that it sorts behind all there are, and includes it.
   *
   * @return the file
   */
  Path add(NewChangelog changelog, Clock clock) {
    try {
      String name = "%s_%s.sql".formatted(time(clock), changelog.name());
      String including = including(folder() + "/" + name);
      Path written = directory.resolve(folder()).resolve(name);
      Files.createDirectories(written.getParent());
      Files.writeString(written, changelog.text().replace("\r\n", "\n"));
      Files.writeString(file(), including);
      return written;
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private String folder() {
    return path.replaceFirst("\\.[^./]+$", "");
  }

  /** Whether a file of this name is there, whatever its time. */
  boolean has(String name) {
    try {
      return names().anyMatch(each -> each.group(2).equals(name));
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private static FileException notWritten(IOException e) {
    return new FileException(
        "No changelog was written", String.valueOf(e.getMessage()), "See --resources.", e);
  }

  private String time(Clock clock) throws IOException {
    String now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).format(TIME);
    String last = names().map(each -> each.group(1)).max(String::compareTo).orElse("");
    return now.compareTo(last) > 0
        ? now
        : LocalDateTime.parse(last, TIME).plusSeconds(1).format(TIME);
  }

  private Stream<Matcher> names() throws IOException {
    Path files = directory.resolve(folder());
    if (!Files.isDirectory(files)) {
      return Stream.of();
    }
    try (Stream<Path> all = Files.list(files)) {
      return all
          .map(each -> NAME.matcher(each.getFileName().toString()))
          .filter(Matcher::matches)
          .toList()
          .stream();
    }
  }

  /** The text of the changelog once it includes the file; one that includes all says so already. */
  private String including(String included) throws IOException {
    boolean isYaml = path.endsWith(".yaml") || path.endsWith(".yml");
    String empty = isYaml ? EMPTY_YAML : EMPTY_XML;
    String text = Files.exists(file()) ? Files.readString(file()) : empty;
    if (text.contains("includeAll")) {
      return text;
    }
    return text.contains("\r\n")
        ? including(text.replace("\r\n", "\n"), isYaml, included).replace("\n", "\r\n")
        : including(text, isYaml, included);
  }

  private String including(String text, boolean isYaml, String included) {
    if (path.endsWith(".xml") && text.contains(END)) {
      int end = text.lastIndexOf(END);
      return text.substring(0, end)
          + "  <include file=\"%s\"/>\n".formatted(included)
          + text.substring(end);
    }
    if (isYaml) {
      return text.stripTrailing() + "\n  - include:\n      file: %s\n".formatted(included);
    }
    throw new UsageException(
        "No changelog was written",
        "%s is no XML or YAML that could be told of it".formatted(path),
        "Write the file by hand, and include it.");
  }
}
