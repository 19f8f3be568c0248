package dev.croft.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A comment of the catalogue: prose, and after it tags, each on a line of its own.
 *
 * @param tags what stands behind each tag, by its name without the {@code @}
 */
record Comment(String prose, Map<String, String> tags) {

  static Comment of(Optional<String> text) {
    List<String> prose = new ArrayList<>();
    Map<String, String> tags = new TreeMap<>();
    text.stream()
        .flatMap(String::lines)
        .forEach(
            line -> {
              if (isTag(line)) {
                String[] parts = line.substring(1).split(" ", 2);
                tags.merge(parts[0], parts.length > 1 ? parts[1].strip() : "", Comment::both);
              } else {
                prose.add(line.strip());
              }
            });
    return new Comment(String.join("\n", prose).strip(), tags);
  }

  private static boolean isTag(String line) {
    return line.length() > 1 && line.charAt(0) == '@' && Character.isLetter(line.charAt(1));
  }

  private static String both(String one, String other) {
    return one + ", " + other;
  }

  Optional<String> tag(String name) {
    return Optional.ofNullable(tags.get(name));
  }

  /** The category of personal data. */
  Optional<String> personal() {
    return tag("pii").map(category -> category.isEmpty() ? "unspecified" : category);
  }
}
