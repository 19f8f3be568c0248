package dev.croft.testkit.contract;

import dev.croft.paging.PageRequest;
import dev.croft.testkit.TestkitException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes arguments: said by the user, found in what a tenant has read, or from the catalogue. */
final class Arguments {
  private final Names names;
  private final Map<Class<?>, Function<Owner, ?>> said;
  private final Findings findings;

  Arguments(Names names, Map<Class<?>, Function<Owner, ?>> said, Findings findings) {
    this.names = names;
    this.said = said;
    this.findings = findings;
  }

  /**
   * The arguments of a call.
   *
   * @throws TestkitException naming the first parameter that nothing can be made for
   */
  List<Object> of(Class<?> repository, Method method, Variant variant) {
    List<Object> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      Optional<String> table = names.tableOfRepository(repository);
      Object argument = make(parameter.getParameterizedType(), parameter.getName(), table, variant);
      if (argument == null) {
        throw unknown(repository, method, parameter);
      }
      arguments.add(argument);
    }
    return List.copyOf(arguments);
  }

  private static TestkitException unknown(Class<?> type, Method method, Parameter parameter) {
    String wanted = parameter.getType().getSimpleName();
    return new TestkitException(
        "%s was not called".formatted(RepositoryTests.name(type, method)),
        "nothing could be made for its parameter %s of type %s"
            .formatted(parameter.getName(), wanted),
        "Supply it: .argument(%s.class, owner -> …).".formatted(wanted));
  }

  private @Nullable Object make(Type type, String name, Optional<String> table, Variant variant) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    Function<Owner, ?> function = said.get(raw);
    if (function != null) {
      return function.apply(new Mixed(variant));
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, name, table, variant);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && plain != PageRequest.class) {
      return ofRecord(plain, table, variant);
    }
    return ofLeaf(plain, name, table, variant);
  }

  private @Nullable Object ofGeneric(
      ParameterizedType type, String name, Optional<String> table, Variant variant) {
    Object element = make(type.getActualTypeArguments()[0], name, table, variant);
    if (type.getRawType() == Optional.class) {
      return Optional.ofNullable(element);
    }
    if (element == null) {
      return null;
    }
    return type.getRawType() == Set.class
        ? Set.of(element)
        : type.getRawType() instanceof Class<?> raw
                && raw.isAssignableFrom(List.class)
                && Collection.class.isAssignableFrom(raw)
            ? List.of(element)
            : null;
  }

  private @Nullable Object ofRecord(Class<?> type, Optional<String> table, Variant variant) {
    Optional<String> named = names.tableOfId(type);
    if (named.isPresent()) {
      return Domain.make(type, variant.ids().id(named.get()));
    }
    Object found = findings.like(type, variant);
    return found == null ? madeFromColumns(type, table, variant) : found;
  }

  private @Nullable Object madeFromColumns(Class<?> type, Optional<String> table, Variant variant) {
    Optional<String> column = names.columnOfName(type);
    if (column.isPresent()) {
      String owner = column.get().substring(0, column.get().lastIndexOf('.'));
      String value = variant.values().value(owner, column.get().substring(owner.length() + 1));
      return value == null ? null : Domain.make(type, value);
    }
    Optional<String> ofRows = names.tableOfNew(type).or(() -> table);
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Object value = make(component.getGenericType(), component.getName(), ofRows, variant);
      if (value == null) {
        return null;
      }
      components.add(value);
    }
    return Domain.make(type, components.toArray());
  }

  private @Nullable Object ofLeaf(
      Class<?> type, String name, Optional<String> table, Variant variant) {
    if (type == UUID.class) {
      return names.tableOfParameter(name).or(() -> table).map(variant.ids()::id).orElse(null);
    }
    if (type == PageRequest.class) {
      return PageRequest.first(PageRequest.MAXIMUM_SIZE);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    @Nullable String stored =
        table
            .flatMap(t -> names.column(t, name).map(c -> variant.values().value(t, c)))
            .orElse(null);
    return ofText(type, stored);
  }

  private static @Nullable Object ofText(Class<?> type, @Nullable String stored) {
    return switch (type.getName()) {
      case "java.lang.String" -> stored;
      case "java.net.URI" -> stored == null ? null : URI.create(stored);
      case "int", "java.lang.Integer" -> stored == null ? 1 : (Object) Integer.valueOf(stored);
      case "long", "java.lang.Long" -> stored == null ? 1L : (Object) Long.valueOf(stored);
      case "short", "java.lang.Short" -> (short) 1;
      case "double", "java.lang.Double" -> 1.0;
      case "float", "java.lang.Float" -> 1.0f;
      case "boolean", "java.lang.Boolean" -> true;
      case "java.math.BigDecimal" -> stored == null ? BigDecimal.ONE : new BigDecimal(stored);
      case "java.time.LocalDate" ->
          stored == null ? LocalDate.of(2026, 6, 15) : LocalDate.parse(stored);
      case "java.time.Instant" -> Instant.parse("2026-06-15T09:00:00Z");
      case "java.time.Duration" -> Duration.ofDays(1);
      default -> null;
    };
  }

  /** For the user's function: ids of one owner, values of the same or another. */
  private record Mixed(Variant variant) implements Owner {
    @Override
    public String mark() {
      return variant.values().mark();
    }

    @Override
    public UUID id(String table) {
      return variant.ids().id(table);
    }

    @Override
    public @Nullable String value(String table, String column) {
      return variant.values().value(table, column);
    }
  }
}
