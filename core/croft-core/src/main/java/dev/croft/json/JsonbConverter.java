package dev.croft.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.croft.exception.ConversionException;
import org.jooq.JSONB;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/**
 * A column of type jsonb as a record: what the generator binds a column to whose comment says
 * {@code @json com.example.Settings}. Needs jackson-databind, which reads and writes as it does by
 * itself, with the modules that it finds; a property that the record has not is an error.
 *
 * @param <T> the record, or another class that Jackson reads and writes
 */
public final class JsonbConverter<T> extends AbstractConverter<JSONB, T> {
  private static final long serialVersionUID = 1L;

  private JsonbConverter(Class<T> type) {
    super(JSONB.class, type);
  }

  /** The converter for columns that hold values of {@code type}. */
  public static <T> JsonbConverter<T> of(Class<T> type) {
    return new JsonbConverter<>(type);
  }

  /**
   * @throws ConversionException if the JSON is not that of such a value; it does not say the JSON
   */
  @Override
  public @Nullable T from(@Nullable JSONB json) {
    try {
      return json == null ? null : Mapper.OBJECTS.readValue(json.data(), toType());
    } catch (JsonProcessingException e) {
      throw new ConversionException("the JSON is not that of a " + toType().getName());
    }
  }

  /**
   * @throws ConversionException if Jackson cannot write the value; it does not say the value
   */
  @Override
  public @Nullable JSONB to(@Nullable T value) {
    try {
      return value == null ? null : JSONB.valueOf(Mapper.OBJECTS.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new ConversionException("a %s was not written as JSON".formatted(toType().getName()));
    }
  }

  /** Loaded where a value is read or written: a class of tables is none. */
  private static final class Mapper {
    static final ObjectMapper OBJECTS =
        new ObjectMapper()
            .findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
