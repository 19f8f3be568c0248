package dev.croft.codegen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to generate.
 *
 * @param changelog the master changelog, as a resource on the class path; it includes {@code
 *     croft/changelog.xml} or is it
 * @param packageName the package of the classes, which go into one sub package a schema
 * @param schemas the schemas whose tables get classes; none for Croft's own, whose package is
 *     {@code dev.croft.schema}
 * @param outputDirectory the source root to write to: generated files in it that are not generated
 *     again are deleted, all else is left alone
 * @param resources directories where changelogs are looked for before the class path
 * @param jooq a file of jOOQ's own configuration, of which forced types, includes, excludes,
 *     properties, the strategy and the generator are heeded
 */
public record CodegenRequest(
    String changelog,
    String packageName,
    List<String> schemas,
    Path outputDirectory,
    List<Path> resources,
    Optional<Path> jooq) {

  private static final Pattern PACKAGE = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)*");

  /**
   * @throws CodegenException if the package is not one that can be generated
   */
  public CodegenRequest {
    schemas = List.copyOf(schemas);
    resources = List.copyOf(resources);
    if (!PACKAGE.matcher(packageName).matches()) {
      throw new CodegenException(
          "Package name %s is not usable".formatted(packageName),
          "each part begins with a small letter, then letters, digits and underscores",
          "Set packageName to a package of your own, such as com.acme.schema.");
    }
    boolean base = packageName.equals(NamingStrategy.BASE_PACKAGE);
    if (schemas.isEmpty() != base || packageName.startsWith(NamingStrategy.BASE_PACKAGE + ".")) {
      throw new CodegenException(
          schemas.isEmpty()
              ? "No schemas to generate"
              : "Package %s is taken".formatted(packageName),
          "package dev.croft.schema is where Croft's own tables are, in croft-core",
          "List your schemas, and set packageName to a package of your own.");
    }
  }

  /** A request for changelogs on the class path, with nothing of jOOQ's configuration. */
  public CodegenRequest(
      String changelog, String packageName, List<String> schemas, Path outputDirectory) {
    this(changelog, packageName, schemas, outputDirectory, List.of(), Optional.empty());
  }
}
