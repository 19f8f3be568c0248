package dev.croft.lint.changelog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The changelog files that tags of a git work tree hold. A tag is a release: what the first one
 * with the file holds is what was released. Where there is no git, no work tree or no tag, there is
 * nothing.
 */
public final class GitTags {
  private static final int SECONDS = 20;

  private final Path directory;

  private GitTags(Path directory) {
    this.directory = directory;
  }

  /** A file as a tag holds it. */
  private record Tagged(String tag, String hash) {}

  /**
   * Compares the tags with the work tree.
   *
   * @param files the paths of the files of the changelog, below the directory
   */
  public static ReleasedFiles released(Path directory, Set<String> files) {
    return new GitTags(directory).released(files);
  }

  private ReleasedFiles released(Set<String> files) {
    Set<String> here = new LinkedHashSet<>();
    files.stream().filter(each -> Files.exists(directory.resolve(each))).forEach(here::add);
    Map<String, Tagged> tagged = here.isEmpty() ? Map.of() : tagged(folders(here));
    List<String> differences = new ArrayList<>();
    Map<String, String> hashes = hashes(List.copyOf(here));
    tagged.forEach(
        (path, first) -> {
          if (!here.contains(path)) {
            differences.add("%s of tag %s is missing".formatted(path, first.tag()));
          } else if (!first.hash().equals(hashes.get(path))) {
            differences.add("%s was edited after tag %s".formatted(path, first.tag()));
          }
        });
    return new ReleasedFiles(tagged.keySet(), differences);
  }

  private static Set<String> folders(Set<String> files) {
    Set<String> folders = new LinkedHashSet<>();
    files.forEach(each -> folders.add(each.substring(0, each.lastIndexOf('/') + 1)));
    return folders;
  }

  /** Each SQL file of these folders, as the first tag that has it has it. */
  private Map<String, Tagged> tagged(Set<String> folders) {
    Map<String, Tagged> first = new LinkedHashMap<>();
    for (String tag : run("tag", "--merged", "HEAD", "--sort=creatordate")) {
      List<String> command = new ArrayList<>(List.of("ls-tree", tag, "--"));
      folders.forEach(each -> command.add(each.isEmpty() ? "./" : each));
      for (String line : run(command.toArray(String[]::new))) {
        int tab = line.indexOf('\t');
        String[] words = line.substring(0, Math.max(tab, 0)).split(" ", -1);
        if (words.length == 3 && words[1].equals("blob") && line.endsWith(".sql")) {
          first.putIfAbsent(line.substring(tab + 1), new Tagged(tag, words[2]));
        }
      }
    }
    return first;
  }

  private Map<String, String> hashes(List<String> files) {
    Map<String, String> hashes = new LinkedHashMap<>();
    List<String> command = new ArrayList<>(List.of("hash-object", "--"));
    command.addAll(files);
    List<String> answers = files.isEmpty() ? List.of() : run(command.toArray(String[]::new));
    for (int i = 0; i < answers.size(); i++) {
      hashes.put(files.get(i), answers.get(i));
    }
    return hashes;
  }

  private List<String> run(String... arguments) {
    List<String> command =
        Stream.concat(
                Stream.of("git", "-c", "core.quotePath=false", "-C", directory.toString()),
                Stream.of(arguments))
            .toList();
    try {
      return answer(new ProcessBuilder(command)).orElse(List.of());
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static Optional<List<String>> answer(ProcessBuilder builder)
      throws IOException, InterruptedException {
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return Optional.empty();
    }
    return process.exitValue() == 0 ? Optional.of(output.lines().toList()) : Optional.empty();
  }
}
