package dev.croft.json;

import org.jooq.JSONB;
import org.jooq.impl.AbstractConverter;

public final class JsonbConverter<T> extends AbstractConverter<JSONB, T> {
  private static final long serialVersionUID = 1L;

  private JsonbConverter(Class<T> type) {
    super(JSONB.class, type);
  }

  public static <T> JsonbConverter<T> of(Class<T> type) {
    return new JsonbConverter<>(type);
  }

  @Override
  public T from(JSONB json) {
    return null;
  }

  @Override
  public JSONB to(T value) {
    return null;
  }
}
