package dev.croft.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where Chromium is, or why there is none. On Debian root installs it, if it is missing. */
record ChromiumPackage(Optional<Path> executable, String reason) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int PATIENCE_IN_MINUTES = 5;

  static ChromiumPackage find() {
    Optional<Path> found = executable(NAMES);
    return found.isPresent() ? new ChromiumPackage(found, "") : install();
  }

  private static ChromiumPackage install() {
    Optional<Path> packages = executable(List.of("apt-get"));
    if (packages.isEmpty()) {
      return without("none of %s is on the PATH, and there is no apt-get".formatted(NAMES));
    }
    if (!System.getProperty("user.name").equals("root")) {
      return without("it is missing, and only root may say: apt-get install chromium");
    }
    int status =
        run(packages.get().toString(), "install", "-y", "--no-install-recommends", "chromium");
    Optional<Path> found = executable(NAMES);
    return found.isPresent()
        ? new ChromiumPackage(found, "")
        : without("apt-get install chromium failed with status " + status);
  }

  private static ChromiumPackage without(String reason) {
    return new ChromiumPackage(Optional.empty(), reason);
  }

  private static Optional<Path> executable(List<String> names) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(directory -> names.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Process process =
          builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
