package dev.croft.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  private static final UUID A = UUID.fromString("01920000-0000-7000-8000-00000000000a");
  private static final UUID B = UUID.fromString("01920000-0000-7000-8000-00000000000b");

  @Test
  void a_page_that_is_not_full_is_the_last() {
    assertThat(PageRequest.first(2).page(List.of(A, B), id -> id).next()).isEmpty();
  }

  @Test
  void the_next_page_begins_after_the_last_row_of_this_one() {
    PageRequest request = PageRequest.first(1);
    Page<UUID> page = request.page(List.of(A, B), id -> id);
    assertThat(page.items()).containsExactly(A);
    assertThat(request.after(page.next().orElseThrow()).afterId()).contains(A);
  }

  @Test
  void a_cursor_survives_a_trip_through_a_url() {
    Cursor cursor = Cursor.after(A);
    assertThat(cursor.value()).matches("[A-Za-z0-9_-]+");
    assertThat(new Cursor(cursor.value()).id()).isEqualTo(A);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "AQ", "not base64!", "AgAAAAAAAAAAAAAAAAAAAAA", "AQAAAAAAAAAAAAAAAAAAAAAA"})
  void a_string_that_no_page_handed_out_is_refused(String forged) {
    assertThatThrownBy(() -> new Cursor(forged))
        .isInstanceOf(InvalidCursorException.class)
        .hasMessage(
            "The cursor is not one that a page handed out. Start again from the first page.");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1001})
  void a_size_out_of_range_is_refused(int size) {
    assertThatThrownBy(() -> PageRequest.first(size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A page has 1 to 1000 rows, and %d were asked for.".formatted(size));
  }
}
