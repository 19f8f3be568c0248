package dev.croft.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * Where changelogs are read from: directories first, then the class path. Remembers which formatted
 * SQL files were asked for, since Liquibase does not tell about those it took nothing from.
 */
final class ChangelogFiles extends AbstractResourceAccessor {
  private final List<ResourceAccessor> places;
  private final Map<String, Resource> sqlFiles = new LinkedHashMap<>();

  private ChangelogFiles(List<ResourceAccessor> places) {
    this.places = places;
  }

  static ChangelogFiles in(List<Path> directories, ClassLoader classLoader) throws IOException {
    List<ResourceAccessor> places = new ArrayList<>();
    for (Path directory : directories) {
      places.add(new DirectoryResourceAccessor(directory));
    }
    places.add(new ClassLoaderResourceAccessor(classLoader));
    return new ChangelogFiles(places);
  }

  /** The SQL files opened so far, in order, each with its text. */
  Map<String, String> sqlFiles() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Resource> each : sqlFiles.entrySet()) {
      try (InputStream stream = each.getValue().openInputStream()) {
        texts.put(each.getKey(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  /** The text of a file, if it is there. */
  Optional<String> text(String path) throws IOException {
    for (Resource resource : getAll(path)) {
      try (InputStream stream = resource.openInputStream()) {
        return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /** What releases have frozen of a changelog: nothing, where it has no lock. */
  ReleaseLock lockOf(String changelog) throws IOException {
    String path = ReleaseLock.pathFor(changelog);
    return text(path).map(text -> ReleaseLock.parse(path, text)).orElseGet(ReleaseLock::none);
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    for (ResourceAccessor place : places) {
      List<Resource> found = place.getAll(path);
      if (found != null && !found.isEmpty()) {
        found.stream().filter(ChangelogFiles::isSql).forEach(this::remember);
        return found;
      }
    }
    return List.of();
  }

  @Override
  public List<Resource> search(String path, boolean recursive) throws IOException {
    Map<String, Resource> found = new LinkedHashMap<>();
    for (ResourceAccessor place : places) {
      List<Resource> here = place.search(path, recursive);
      for (Resource resource : here == null ? List.<Resource>of() : here) {
        found.putIfAbsent(resource.getPath(), resource);
      }
    }
    return List.copyOf(found.values());
  }

  @Override
  public List<String> describeLocations() {
    return places.stream().flatMap(place -> place.describeLocations().stream()).toList();
  }

  @Override
  public void close() throws IOException {
    for (ResourceAccessor place : places) {
      try {
        place.close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  private static boolean isSql(Resource resource) {
    return resource.getPath().endsWith(".sql");
  }

  private void remember(Resource resource) {
    sqlFiles.putIfAbsent(resource.getPath(), resource);
  }
}
