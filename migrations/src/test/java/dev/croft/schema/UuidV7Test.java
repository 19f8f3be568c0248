package dev.croft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UuidV7Test {
  private final MigratedDatabase database = MigratedDatabase.fresh();
  private final List<UUID> ids =
      database.app.rows("select croft.uuid_v7() from generate_series(1, 1000)").stream()
          .map(UUID::fromString)
          .toList();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void it_is_of_version_7_and_of_the_variant_of_the_rfc() {
    assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
  }

  @Test
  void it_is_unique() {
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void its_first_half_grows_with_time() {
    assertThat(ids.stream().map(UUID::getMostSignificantBits)).isSorted();
  }

  @Test
  void it_holds_the_milliseconds_of_the_server() {
    List<String> sample =
        database.app.rows(
            "select floor(extract(epoch from before) * 1000), id,"
                + " ceil(extract(epoch from clock_timestamp()) * 1000)"
                + " from (select clock_timestamp() as before, croft.uuid_v7() as id offset 0) s");
    String[] parts = sample.getFirst().split(",", -1);
    Instant made = Instant.ofEpochMilli(UUID.fromString(parts[1]).getMostSignificantBits() >>> 16);
    assertThat(made)
        .isBetween(
            Instant.ofEpochMilli(Long.parseLong(parts[0])),
            Instant.ofEpochMilli(Long.parseLong(parts[2])));
  }
}
