package dev.croft.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that releases froze, each with the SHA-256 of its text, line ends aside.
 *
 * @param files by path, in the order in which they run
 */
record ReleaseLock(Map<String, Frozen> files) {
  private static final Pattern RELEASE = Pattern.compile("# release (.+)");
  private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final String HEADER =
      "# Changelogs that were released. They are never edited, renamed, moved or deleted again.\n";

  /** A file, and the release that froze it. */
  record Frozen(String release, String hash) {}

  static ReleaseLock none() {
    return new ReleaseLock(Map.of());
  }

  /** The path of the lock of a changelog: {@code db/changelog.lock} of {@code db/changelog.xml}. */
  static String pathFor(String changelog) {
    return changelog.replaceFirst("\\.[^./]+$", "") + ".lock";
  }

  static ReleaseLock parse(String path, String text) {
    Map<String, Frozen> files = new LinkedHashMap<>();
    String release = "";
    for (String line : text.lines().toList()) {
      Matcher named = RELEASE.matcher(line);
      Matcher file = FILE.matcher(line);
      if (named.matches()) {
        release = named.group(1);
      } else if (file.matches()) {
        files.put(file.group(2), new Frozen(release, file.group(1)));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        throw new MalformedChangelogException(
            path, List.of("a line of it names no frozen file"), null);
      }
    }
    return new ReleaseLock(files);
  }

  /** This lock and, under a new release, the files that it does not hold yet. */
  ReleaseLock with(String release, Map<String, String> texts) {
    Map<String, Frozen> all = new LinkedHashMap<>(files);
    texts.forEach((path, text) -> all.putIfAbsent(path, new Frozen(release, hash(text))));
    return new ReleaseLock(all);
  }

  /** What is different from what was frozen. */
  List<String> differences(Map<String, String> texts) {
    List<String> differences = new ArrayList<>();
    files.forEach(
        (path, frozen) -> {
          String text = texts.get(path);
          if (text == null) {
            differences.add("%s of release %s is missing".formatted(path, frozen.release()));
          } else if (!hash(text).equals(frozen.hash())) {
            differences.add("%s of release %s was edited".formatted(path, frozen.release()));
          }
        });
    differences.addAll(misplaced(texts));
    return differences;
  }

  /** A new file in front of a released one runs elsewhere than in databases that exist. */
  private List<String> misplaced(Map<String, String> texts) {
    List<String> differences = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (String path : texts.keySet()) {
      if (!files.containsKey(path)) {
        waiting.add(path);
        continue;
      }
      waiting.forEach(
          early ->
              differences.add(
                  "%s, which is new, runs before %s of release %s"
                      .formatted(early, path, files.get(path).release())));
      waiting.clear();
    }
    return differences;
  }

  String asText() {
    StringBuilder text = new StringBuilder(HEADER);
    String release = "";
    for (Map.Entry<String, Frozen> each : files.entrySet()) {
      Frozen frozen = each.getValue();
      if (!frozen.release().equals(release)) {
        release = frozen.release();
        text.append("# release ").append(release).append('\n');
      }
      text.append(frozen.hash()).append("  ").append(each.getKey()).append('\n');
    }
    return text.toString();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = text.replace("\r\n", "\n").getBytes(UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
