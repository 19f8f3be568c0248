package dev.croft.codegen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Property;
import org.jspecify.annotations.Nullable;

/** What users of jOOQ's generator set in its configuration, where it is theirs to set. */
final class Hooks {

  private final Generator wanted;

  private Hooks(Generator wanted) {
    this.wanted = wanted;
  }

  static Hooks none() {
    return new Hooks(new Generator());
  }

  /**
   * @throws CodegenException if the file is not jOOQ's configuration, or sets what is Croft's
   */
  static Hooks read(Path file) {
    return new Hooks(HooksFile.read(file));
  }

  /** Adds them to a configuration of ours, whose own settings come last. */
  void addTo(Generator generator, Collection<String> baseSchemas) {
    if (wanted.getDatabase() != null) {
      addTo(generator.getDatabase(), wanted.getDatabase(), baseSchemas);
    }
    if (!wanted.getName().equals(new Generator().getName())) {
      Extensions.require(wanted.getName(), TableGenerator.class);
      generator.setName(wanted.getName());
    }
    if (wanted.getStrategy() != null) {
      addStrategy(generator, wanted.getStrategy().getName());
    }
  }

  private static void addTo(Database ours, Database theirs, Collection<String> baseSchemas) {
    List<ForcedType> types = new ArrayList<>(theirs.getForcedTypes());
    types.addAll(ours.getForcedTypes());
    ours.setForcedTypes(types);
    if (theirs.getIncludes() != null) {
      ours.setIncludes(bases(baseSchemas) + alternative(theirs.getIncludes()));
    }
    ours.setExcludes(ours.getExcludes() + alternative(theirs.getExcludes()));
    ours.setIncludeExcludeColumns(theirs.isIncludeExcludeColumns());
    for (Property property : theirs.getProperties()) {
      if (property.getKey().startsWith("croft.")) {
        throw new HookException("property " + property.getKey(), "its name begins with croft.");
      }
      ours.getProperties().add(property);
    }
  }

  private static String bases(Collection<String> schemas) {
    return schemas.stream()
        .map(schema -> Pattern.quote(schema) + "\\..*")
        .reduce((one, other) -> one + "|" + other)
        .orElse("");
  }

  private static String alternative(@Nullable String pattern) {
    return pattern == null || pattern.isBlank() ? "" : "|" + pattern;
  }

  private static void addStrategy(Generator generator, String name) {
    Class<?> strategy = Extensions.require(name, org.jooq.codegen.GeneratorStrategy.class);
    generator.getStrategy().setName(CustomNaming.class.getName());
    generator
        .getDatabase()
        .getProperties()
        .add(new Property().withKey(CustomNaming.STRATEGY).withValue(strategy.getName()));
  }
}
