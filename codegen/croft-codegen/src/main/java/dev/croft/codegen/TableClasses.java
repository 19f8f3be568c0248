package dev.croft.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;
import org.jooq.meta.jaxb.Configuration;

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
    return fresh(
        request,
        files ->
            new GeneratedFiles(request.outputDirectory()).replaceWith(new GeneratedFiles(files)));
  }

  /**
   * @throws CodegenException if the tables break a rule
   */
  List<Difference> compare(CodegenRequest request) {
    return fresh(
        request,
        files ->
            new GeneratedFiles(request.outputDirectory())
                .differencesFrom(new GeneratedFiles(files)));
  }

  /**
   * @throws CodegenException if the tables break a rule
   */
  List<Difference> compareCompiled(CodegenRequest request, Path compiled) {
    return fresh(
        request,
        files ->
            Outlines.differences(
                Outlines.ofClasses(compiled, request.packageName()), Outlines.ofSources(files)));
  }

  /** What is done with files that are gone afterwards. */
  private interface Work<T> {
    T on(Path directory) throws IOException;
  }

  private <T> T fresh(CodegenRequest request, Work<T> work) {
    new SchemaRules(catalogue, base).check(request.schemas());
    try {
      Path directory = Files.createTempDirectory("croft-codegen");
      try {
        write(request, directory);
        return work.on(directory);
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
    ColumnTypes types = columnTypes(request);
    run(request, schemas, types, directory);
    types.write(directory);
    if (!request.schemas().isEmpty()) {
      delete(directory.resolve(NamingStrategy.BASE_PACKAGE.replace('.', '/')));
    }
  }

  private ColumnTypes columnTypes(CodegenRequest request) {
    try {
      return new ColumnTypes(
          request.packageName(), new TaggedColumns(connection).in(request.schemas()));
    } catch (SQLException e) {
      throw new IllegalStateException("the columns could not be read", e);
    }
  }

  private void run(CodegenRequest request, Set<String> schemas, ColumnTypes types, Path directory) {
    Hooks hooks = request.jooq().map(Hooks::read).orElseGet(Hooks::none);
    Configuration configuration =
        GeneratorConfiguration.of(
            request.packageName(), baseSchemas(), schemas, catalogue.leftOut(), directory);
    hooks.addTo(configuration.getGenerator(), baseSchemas());
    types.addTo(configuration.getGenerator().getDatabase());
    GenerationTool tool = new GenerationTool();
    tool.setConnection(connection);
    try {
      tool.run(configuration);
    } catch (CodegenException e) {
      throw e;
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
