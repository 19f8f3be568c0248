package dev.croft.session;

import java.util.Arrays;
import java.util.stream.Stream;

/** One cell of the write matrix: how it is written, with whose id, naming which tenant. */
record WriteCell(WriteOperation operation, Id id, Tenant tenant) {

  /** Whose row has the id. */
  enum Id {
    MINE,
    OTHERS,
    NOBODYS
  }

  /** Which tenant the row names. */
  enum Tenant {
    MINE,
    OTHERS,
    NULL,
    ABSENT
  }

  static Stream<WriteCell> all() {
    return Arrays.stream(WriteOperation.values()).flatMap(WriteCell::of);
  }

  static Stream<WriteCell> of(WriteOperation operation) {
    return Arrays.stream(Id.values())
        .flatMap(
            id ->
                Arrays.stream(Tenant.values()).map(tenant -> new WriteCell(operation, id, tenant)));
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(operation, id, tenant);
  }
}
