package dev.croft.oracle;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Walks through descriptions, which are records of records. */
final class Parts {
  private Parts() {}

  static boolean any(Object part, Predicate<Object> wanted) {
    return wanted.test(part) || children(part).anyMatch(child -> any(child, wanted));
  }

  /** {@code part} and all that it holds. */
  static Stream<Object> all(Object part) {
    return Stream.concat(Stream.of(part), children(part).flatMap(Parts::all));
  }

  private static Stream<Object> children(Object part) {
    if (part instanceof List<?> list) {
      return list.stream().map(Object.class::cast);
    }
    return part instanceof Record node ? components(node).stream() : Stream.empty();
  }

  static List<Object> components(Record node) {
    List<Object> components = new ArrayList<>();
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      try {
        components.add(component.getAccessor().invoke(node));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return components;
  }
}
