package dev.croft.codegen;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.ForeignKey;
import org.jooq.Path;
import org.jooq.Schema;
import org.jooq.Table;

/** What matters of the generated classes of a schema, as text to compare. */
final class Outline {

  private final StringBuilder text = new StringBuilder();

  private Outline() {}

  static String of(Schema schema) throws ReflectiveOperationException {
    Outline outline = new Outline();
    for (Table<?> table : schema.getTables()) {
      outline.line("", schema.getName() + "." + table.getName());
      outline.table(table);
    }
    return outline.text.toString();
  }

  private void table(Table<?> table) throws ReflectiveOperationException {
    line("  scope ", scope(table));
    for (var field : table.fields()) {
      line("  column ", field.getName() + " " + field.getType().getSimpleName());
    }
    table.getReferences().stream()
        .map(ForeignKey::getName)
        .sorted()
        .forEach(k -> line("  key ", k));
    for (Method method : paths(table)) {
      line("  path ", method.getName() + "() " + method.getReturnType().getSimpleName());
    }
  }

  private static Object scope(Table<?> table) throws ReflectiveOperationException {
    Object scope = table.getClass().getMethod("scope").invoke(table);
    return scope.getClass().getMethod("description").invoke(scope);
  }

  private static List<Method> paths(Table<?> table) {
    return Stream.of(table.getClass().getDeclaredMethods())
        .filter(method -> Path.class.isAssignableFrom(method.getReturnType()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private void line(String label, Object value) {
    text.append(label).append(value).append('\n');
  }
}
