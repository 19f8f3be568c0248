package dev.croft.testkit.contract;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole of a result as text, past any {@code toString} that hides a part. */
final class Description {
  private static final int DEEPEST = 12;

  private Description() {}

  static String of(@Nullable Object value) {
    return of(value, 0);
  }

  private static String of(@Nullable Object value, int depth) {
    if (value == null || depth > DEEPEST) {
      return String.valueOf(value);
    }
    return switch (value) {
      case Optional<?> optional -> "Optional" + ofAll(optional.stream(), depth);
      case Set<?> set -> ofAll(sorted(set, depth), depth);
      case Collection<?> collection -> ofAll(collection.stream(), depth);
      case Stream<?> stream -> ofAll(stream.toList().stream(), depth);
      case Map<?, ?> map -> ofAll(sorted(map.entrySet(), depth), depth);
      case Map.Entry<?, ?> entry ->
          of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1);
      case org.jooq.Record row -> ofAll(Stream.of(row.intoArray()), depth);
      case Record row -> ofRecord(row, depth);
      case Object[] array -> ofAll(Arrays.stream(array), depth);
      case byte[] bytes -> Arrays.toString(bytes);
      default -> isJdk(value.getClass()) ? value.toString() : ofObject(value, depth);
    };
  }

  private static Stream<?> sorted(Collection<?> values, int depth) {
    return values.stream().sorted(Comparator.comparing(each -> of(each, depth + 1)));
  }

  private static String ofAll(Stream<?> values, int depth) {
    return values.map(each -> of(each, depth + 1)).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String ofRecord(Record row, int depth) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    return IntStream.range(0, components.length)
        .mapToObj(i -> components[i].getName() + "=" + of(Domain.get(row, i), depth + 1))
        .collect(Collectors.joining(", ", row.getClass().getSimpleName() + "[", "]"));
  }

  private static boolean isJdk(Class<?> type) {
    return type.isPrimitive() || type.getName().startsWith("java.") || type.isEnum();
  }

  private static String ofObject(Object value, int depth) {
    return Stream.<Class<?>>iterate(value.getClass(), type -> !isJdk(type), Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .map(field -> field.getName() + "=" + of(read(field, value), depth + 1))
        .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "{", "}"));
  }

  private static @Nullable Object read(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      return "inaccessible";
    }
  }
}
