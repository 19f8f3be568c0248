package dev.croft.oracle;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;

/** The types of the columns that statements speak of. */
enum Type {
  ID(UUID.class),
  TEXT(String.class),
  NUMBER(Integer.class);

  private final Class<?> javaType;

  Type(Class<?> javaType) {
    this.javaType = javaType;
  }

  static Optional<Type> of(Field<?> field) {
    return Stream.of(values()).filter(type -> type.javaType.equals(field.getType())).findFirst();
  }
}
