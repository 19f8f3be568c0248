package dev.croft.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;

/** Turns a migrated database into table classes. */
final class TableClasses {

  private final Connection connection;
  private final Catalogue catalogue;
  private final Set<TableName> base;

  /**
   * @param base Croft's own tables
   */
  TableClasses(Connection connection, Set<TableName> base) {
    this.connection = connection;
    this.catalogue = catalogue(connection);
    this.base = Set.copyOf(base);
  }

  static Catalogue catalogue(Connection connection) {
    return new Catalogue(DSL.using(connection, SQLDialect.POSTGRES));
  }

  /**
   * @throws CodegenException if the tables break a rule
   */
  CodegenResult generate(CodegenRequest request) {
    new SchemaRules(catalogue, base).check(request.schemas());
    try {
      Path directory = Files.createTempDirectory("croft-codegen");
      try {
        write(request, directory);
        return new GeneratedFiles(request.outputDirectory())
            .replaceWith(new GeneratedFiles(directory));
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All in one run, so that keys lead from the user's tables to Croft's; then Croft's go. */
  private void write(CodegenRequest request, Path directory) throws IOException {
    Set<String> schemas = baseSchemas();
    schemas.addAll(request.schemas());
    run(request.packageName(), schemas, directory);
    if (!request.schemas().isEmpty()) {
      delete(directory.resolve(NamingStrategy.BASE_PACKAGE.replace('.', '/')));
    }
  }

  private void run(String packageName, Set<String> schemas, Path directory) {
    GenerationTool tool = new GenerationTool();
    tool.setConnection(connection);
    try {
      tool.run(
          GeneratorConfiguration.of(
              packageName, baseSchemas(), schemas, catalogue.leftOut(), directory));
    } catch (Exception e) {
      throw new IllegalStateException("jOOQ's generator failed", e);
    }
  }

  private Set<String> baseSchemas() {
    Set<String> schemas = new TreeSet<>();
    base.forEach(table -> schemas.add(table.schema()));
    return schemas;
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
