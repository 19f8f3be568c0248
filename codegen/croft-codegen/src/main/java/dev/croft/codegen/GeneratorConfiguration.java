package dev.croft.codegen;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.GeneratedTextBlocks;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;
import org.jooq.meta.postgres.PostgresDatabase;

/** How jOOQ's generator is set up: nothing in the output may depend on the host or the day. */
final class GeneratorConfiguration {

  private GeneratorConfiguration() {}

  static Configuration of(
      String packageName,
      Collection<String> baseSchemas,
      Collection<String> schemas,
      List<TableName> leftOut,
      Path directory) {
    return new Configuration()
        .withBasedir(directory.toString())
        .withGenerator(
            new Generator()
                .withName(TableGenerator.class.getName())
                .withStrategy(new Strategy().withName(NamingStrategy.class.getName()))
                .withDatabase(database(baseSchemas, schemas, leftOut))
                .withGenerate(generate())
                .withTarget(target(packageName, directory)));
  }

  /** Check constraints and routines come out differently on different releases of PostgreSQL. */
  private static Database database(
      Collection<String> baseSchemas, Collection<String> schemas, List<TableName> leftOut) {
    return new Database()
        .withName(PostgresDatabase.class.getName())
        .withProperties(
            new Property()
                .withKey(NamingStrategy.BASE_SCHEMAS)
                .withValue(String.join(",", baseSchemas)))
        .withSchemata(schemas.stream().map(GeneratorConfiguration::schema).toList())
        .withExcludes(
            leftOut.stream()
                .map(table -> Pattern.quote(table.toString()))
                .collect(Collectors.joining("|")))
        .withIncludeRoutines(false)
        .withTableValuedFunctionsAsTables(false)
        .withIncludeSequences(false)
        .withIncludeIndexes(false)
        .withIncludeCheckConstraints(false)
        .withForcedTypes(
            new ForcedType()
                .withName("INSTANT")
                .withIncludeTypes("(?i:timestamp\\ with\\ time\\ zone|timestamptz)"));
  }

  private static SchemaMappingType schema(String name) {
    return new SchemaMappingType().withInputSchema(name);
  }

  private static Generate generate() {
    return new Generate()
        .withDefaultCatalog(false)
        .withGeneratedAnnotation(false)
        .withDeprecationOnUnknownTypes(false)
        .withJavaTimeTypes(true)
        .withPojos(false)
        .withDaos(false)
        .withInterfaces(false)
        .withRoutines(false)
        .withIndexes(false)
        .withGlobalIndexReferences(false)
        .withImplicitJoinPathsManyToMany(false)
        .withTextBlocks(GeneratedTextBlocks.OFF)
        .withNewline("\n");
  }

  private static Target target(String packageName, Path directory) {
    return new Target()
        .withPackageName(packageName)
        .withDirectory(directory.toString())
        .withEncoding("UTF-8")
        .withLocale("en");
  }
}
