package dev.croft.cli;

import dev.croft.migrations.Releases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "release",
    description = "Freezes the changelog files that no earlier release has frozen.",
    footer = {
      "",
      "Their SHA-256 goes into a lock beside the changelog, db/changelog.lock: commit it.",
      "From then on every command and every build that reads the changelog refuses it",
      "where one of them was edited, renamed, moved or deleted, rollbacks and attributes",
      "included, or where a new one runs before them."
    })
@SuppressWarnings("NullAway.Init")
final class ReleaseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final ChangelogOptions changelog = new ChangelogOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "RELEASE", description = "The name of the release, such as 1.2.0.")
  private String release;

  ReleaseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (release.isBlank() || !release.equals(release.strip()) || release.lines().count() > 1) {
      throw new UsageException(
          "Nothing was frozen", "the name of the release is blank or padded", "Name it 1.2.0.");
    }
    Path directory = changelog.directory(surroundings);
    changelog.existing(surroundings);
    List<String> frozen = Releases.freeze(directory, changelog.changelog(), release);
    return output.write(answer(frozen));
  }

  private Answer answer(List<String> frozen) {
    List<String> lines = new ArrayList<>();
    frozen.forEach(each -> lines.add("froze " + each));
    lines.add("%d changelogs frozen for release %s.".formatted(frozen.size(), release));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("release", release);
    facts.put("frozen", frozen);
    return new Answer(ExitStatus.DONE, facts, lines);
  }
}
