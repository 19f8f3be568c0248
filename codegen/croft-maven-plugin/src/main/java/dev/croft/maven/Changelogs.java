package dev.croft.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Where the changelogs of a project are, in the words of the command line. */
final class Changelogs {

  private Changelogs() {}

  static void addTo(Arguments words, MavenProject project, String changelog) {
    words.option("changelog", changelog);
    resources(project).forEach(directory -> words.option("resources", directory));
  }

  /** Those that exist: the command refuses others, and a project need not have all it names. */
  private static Stream<Path> resources(MavenProject project) {
    Path base = project.getBasedir().toPath();
    return project.getResources().stream()
        .map(Resource::getDirectory)
        .map(base::resolve)
        .filter(Files::isDirectory)
        .map(path -> path.startsWith(base) ? base.relativize(path) : path);
  }
}
