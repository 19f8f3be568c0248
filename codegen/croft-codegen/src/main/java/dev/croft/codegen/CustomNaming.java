package dev.croft.codegen;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.meta.CatalogDefinition;
import org.jooq.meta.Definition;
import org.jspecify.annotations.Nullable;

/**
 * A strategy of the user's for the user's own schemas. Croft's keep the names that they have in
 * croft-core, and every table its interface. Public because jOOQ makes it by name.
 */
public final class CustomNaming extends NamingStrategy {

  /** The property of the jOOQ database that names the class of the strategy. */
  static final String STRATEGY = "croft.strategy";

  private @Nullable GeneratorStrategy custom;

  /** Made by jOOQ. */
  public CustomNaming() {}

  @Override
  public String getJavaIdentifier(Definition definition) {
    return named(definition, custom -> custom.getJavaIdentifier(definition))
        .orElseGet(() -> super.getJavaIdentifier(definition));
  }

  @Override
  public String getJavaSetterName(Definition definition, @Nullable Mode mode) {
    return named(definition, custom -> custom.getJavaSetterName(definition, mode))
        .orElseGet(() -> super.getJavaSetterName(definition, mode));
  }

  @Override
  public String getJavaGetterName(Definition definition, @Nullable Mode mode) {
    return named(definition, custom -> custom.getJavaGetterName(definition, mode))
        .orElseGet(() -> super.getJavaGetterName(definition, mode));
  }

  @Override
  public String getJavaMethodName(Definition definition, @Nullable Mode mode) {
    return named(definition, custom -> custom.getJavaMethodName(definition, mode))
        .orElseGet(() -> super.getJavaMethodName(definition, mode));
  }

  @Override
  public String getJavaMemberName(Definition definition, @Nullable Mode mode) {
    return named(definition, custom -> custom.getJavaMemberName(definition, mode))
        .orElseGet(() -> super.getJavaMemberName(definition, mode));
  }

  @Override
  public String getJavaClassName(Definition definition, @Nullable Mode mode) {
    return named(definition, custom -> custom.getJavaClassName(definition, mode))
        .orElseGet(() -> super.getJavaClassName(definition, mode));
  }

  @Override
  public String getJavaPackageName(Definition definition, @Nullable Mode mode) {
    return named(definition, custom -> custom.getJavaPackageName(definition, mode))
        .orElseGet(() -> super.getJavaPackageName(definition, mode));
  }

  @Override
  public @Nullable String getJavaClassExtends(Definition definition, @Nullable Mode mode) {
    return named(definition, custom -> custom.getJavaClassExtends(definition, mode))
        .orElseGet(() -> super.getJavaClassExtends(definition, mode));
  }

  @Override
  public List<String> getJavaClassImplements(Definition definition, @Nullable Mode mode) {
    Stream<String> theirs =
        named(definition, custom -> custom.getJavaClassImplements(definition, mode)).stream()
            .flatMap(List::stream);
    return Stream.concat(super.getJavaClassImplements(definition, mode).stream(), theirs)
        .distinct()
        .toList();
  }

  private <T> Optional<T> named(Definition definition, Function<GeneratorStrategy, T> naming) {
    return isBase(definition) || definition instanceof CatalogDefinition
        ? Optional.empty()
        : Optional.ofNullable(naming.apply(custom(definition)));
  }

  private GeneratorStrategy custom(Definition definition) {
    if (custom == null) {
      String name = definition.getDatabase().getProperties().getProperty(STRATEGY);
      custom = Extensions.create(name, GeneratorStrategy.class);
      custom.setTargetDirectory(getTargetDirectory());
      custom.setTargetPackage(getTargetPackage());
      custom.setTargetLocale(getTargetLocale());
      custom.setTargetLanguage(getTargetLanguage());
      custom.setInstanceFields(getInstanceFields());
      custom.setJavaBeansGettersAndSetters(getJavaBeansGettersAndSetters());
      custom.setUseTableNameForUnambiguousFKs(getUseTableNameForUnambiguousFKs());
    }
    return custom;
  }
}
