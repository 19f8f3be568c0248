package dev.croft.testkit.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and makes an application's records by reflection. */
final class Domain {
  private Domain() {}

  static @Nullable Object get(Record row, int component) {
    try {
      var accessor = row.getClass().getRecordComponents()[component].getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Object make(Class<?> type, @Nullable Object... components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s cannot be made".formatted(type.getName()), e);
    }
  }

  /** A copy of {@code value} in which each leaf is what {@code change} makes of it. */
  static @Nullable Object copy(@Nullable Object value, UnaryOperator<Object> change) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> optional.map(each -> copy(each, change));
      case List<?> list -> list.stream().map(each -> copy(each, change)).toList();
      case Set<?> set -> set.stream().map(each -> copy(each, change)).collect(Collectors.toSet());
      case Record row -> copy(row, change);
      default -> change.apply(value);
    };
  }

  private static Object copy(Record row, UnaryOperator<Object> change) {
    @Nullable Object[] components =
        new @Nullable Object[row.getClass().getRecordComponents().length];
    for (int i = 0; i < components.length; i++) {
      components[i] = copy(get(row, i), change);
    }
    return make(row.getClass(), components);
  }

  /** {@code value} and what it holds, records before their components. */
  static Stream<Object> parts(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.of();
      case Optional<?> optional -> optional.stream().flatMap(Domain::parts);
      case Collection<?> all -> all.stream().flatMap(Domain::parts);
      case Map<?, ?> map -> map.entrySet().stream().flatMap(Domain::parts);
      case Map.Entry<?, ?> entry -> Stream.concat(parts(entry.getKey()), parts(entry.getValue()));
      case Record row -> Stream.concat(Stream.of(row), components(row).flatMap(Domain::parts));
      default -> Stream.of(value);
    };
  }

  private static Stream<Object> components(Record row) {
    Stream.Builder<Object> all = Stream.builder();
    for (int i = 0; i < row.getClass().getRecordComponents().length; i++) {
      Object component = get(row, i);
      if (component != null) {
        all.add(component);
      }
    }
    return all.build();
  }
}
