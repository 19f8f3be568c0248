package dev.croft.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.ConversionException;
import java.util.List;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

class JsonbConverterTest {
  private final JsonbConverter<Settings> converter = JsonbConverter.of(Settings.class);

  record Settings(String theme, List<Integer> sizes) {}

  record Loop(Object self) {}

  @Test
  void a_record_comes_back_as_it_went() {
    Settings settings = new Settings("dark", List.of(1, 2));
    assertThat(converter.to(settings)).hasToString("{\"theme\":\"dark\",\"sizes\":[1,2]}");
    assertThat(converter.from(converter.to(settings))).isEqualTo(settings);
  }

  @Test
  void null_stays_null() {
    assertThat(converter.to(null)).isNull();
    assertThat(converter.from(null)).isNull();
  }

  @Test
  void json_of_another_shape_is_refused_without_a_word_of_it() {
    assertThatThrownBy(() -> converter.from(JSONB.valueOf("{\"secret\": \"swordfish\"}")))
        .isInstanceOf(ConversionException.class)
        .hasNoCause()
        .hasMessage(
            "A value of a result could not be converted: the JSON is not that of a"
                + " dev.croft.json.JsonbConverterTest$Settings. Select the column with the type it"
                + " has, or correct the converter.");
  }

  @Test
  void a_value_that_cannot_be_written_is_refused_without_a_word_of_it() {
    Object[] self = new Object[1];
    self[0] = self;
    assertThatThrownBy(() -> JsonbConverter.of(Loop.class).to(new Loop(self)))
        .isInstanceOf(ConversionException.class)
        .hasNoCause()
        .hasMessageContaining("a dev.croft.json.JsonbConverterTest$Loop was not written as JSON");
  }
}
