package dev.croft.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * A column in sight.
 *
 * @param domain what its values identify or count: columns of one domain can be joined
 */
record Column(Field<?> field, Type type, String domain) {
  private static final Map<String, String> REFERENCES =
      Map.of(
          "tenant_id", "tenants",
          "user_id", "users",
          "lead_id", "users",
          "assignee_id", "users",
          "role_id", "roles",
          "project_id", "projects",
          "parent_id", "projects",
          "task_id", "tasks",
          "priority_id", "priorities");

  /** The column of {@code reference} that stands for {@code field} of a generated table. */
  static Optional<Column> of(Table<?> generated, Field<?> field, Field<?> reference) {
    return Type.of(field).map(type -> new Column(reference, type, domain(generated, field, type)));
  }

  private static String domain(Table<?> table, Field<?> field, Type type) {
    if (type != Type.ID) {
      return type.name();
    }
    return field.getName().equals("id")
        ? table.getName()
        : REFERENCES.getOrDefault(field.getName(), field.getName());
  }

  static Column literal(Type type, String domain, int number) {
    String meaning = type == Type.ID ? domain : type.name();
    return new Column(DSL.val(value(type, domain, number)), type, meaning);
  }

  /** A value such as the rows hold. */
  static Object value(Type type, String domain, int number) {
    return switch (type) {
      case ID -> Ids.known(domain, number);
      case NUMBER -> Math.floorMod(number, 5);
      case TEXT -> text(number);
    };
  }

  private static String text(int number) {
    return switch (Math.floorMod(number, 7)) {
      case 0 -> "acme";
      case 1 -> "globex";
      case 2 -> "project 2";
      case 3 -> "task 1";
      case 4 -> "a";
      case 5 -> "b";
      default -> "event 2";
    };
  }

  @SuppressWarnings("unchecked")
  Field<UUID> id() {
    return (Field<UUID>) field;
  }

  @SuppressWarnings("unchecked")
  <T> Field<T> as(Class<T> javaType) {
    return (Field<T>) field;
  }
}
