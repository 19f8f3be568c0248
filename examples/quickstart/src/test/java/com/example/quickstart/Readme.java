package com.example.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README at the root of the repository, and the regions of sources that it shows. */
final class Readme {
  private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:<!-- (?<file>\\S+), region: (?<region>\\S+) -->\\n)?"
              + "```(?<language>\\S*)\\n(?<body>.*?)\\n```",
          Pattern.DOTALL);

  private Readme() {}

  /**
   * A block of code.
   *
   * @param source the file and region that it names; empty if it names none
   */
  record Block(String language, List<String> source, List<String> lines) {}

  static List<String> lines() {
    return read("README.md").lines().toList();
  }

  static List<Block> blocks() {
    return blocks("README.md");
  }

  /** The blocks of any page of the repository. */
  static List<Block> blocks(String page) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(read(page));
    while (matcher.find()) {
      List<String> source =
          matcher.group("file") == null
              ? List.of()
              : List.of(matcher.group("file"), matcher.group("region"));
      blocks.add(
          new Block(matcher.group("language"), source, matcher.group("body").lines().toList()));
    }
    return blocks;
  }

  static List<String> block(String file, String region) {
    return blocks().stream()
        .filter(block -> block.source().equals(List.of(file, region)))
        .map(Block::lines)
        .findFirst()
        .orElseThrow(() -> new AssertionError("README.md shows no " + region + " of " + file));
  }

  /** The lines between {@code region: name} and {@code endregion}, without their indentation. */
  static List<String> region(String file, String name) {
    List<String> lines = read(file).lines().toList();
    int start = indexOf(lines, "region: " + name, 0) + 1;
    int end = indexOf(lines, "endregion", start);
    String region = String.join("\n", lines.subList(start, end));
    return region.stripTrailing().stripIndent().lines().toList();
  }

  private static int indexOf(List<String> lines, String mark, int from) {
    Pattern marked = Pattern.compile("\\s*(//|--|<!--) " + Pattern.quote(mark) + "( -->)?");
    for (int i = from; i < lines.size(); i++) {
      if (marked.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    throw new AssertionError("no line is marked \"%s\"".formatted(mark));
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
