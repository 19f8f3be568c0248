package dev.croft.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;

/** Artifacts as the paths that a JVM loads. */
final class ClassPath {

  private ClassPath() {}

  /** As the environment variable {@code CLASSPATH} has them. */
  static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Those of the project, then those of the plugin that the project has in no version. */
  static List<Path> merged(Collection<Artifact> project, Collection<Artifact> plugin) {
    Set<String> known = new HashSet<>();
    return Stream.concat(project.stream(), plugin.stream())
        .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
        .filter(artifact -> known.add(artifact.getDependencyConflictId()))
        .map(artifact -> artifact.getFile().toPath())
        .toList();
  }
}
