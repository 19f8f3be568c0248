package dev.croft.observation;

import static dev.croft.schema.auth.Tables.ROLES;

import dev.croft.session.TenantSession;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Cursor;
import org.jooq.Record1;

/** Runs statements as the repositories of an application do. */
final class ObservedRepository {
  private final TenantSession session;

  ObservedRepository(TenantSession session) {
    this.session = session;
  }

  List<String> names() {
    return session.dsl().select(ROLES.NAME).from(ROLES).fetch(ROLES.NAME);
  }

  void createAll(String prefix, int count) {
    IntStream.range(0, count)
        .forEach(i -> session.dsl().insertInto(ROLES, ROLES.NAME).values(prefix + i).execute());
  }

  void createInBatch(String first, String second) {
    session
        .dsl()
        .batch(session.dsl().insertInto(ROLES, ROLES.NAME).values((String) null))
        .bind(first)
        .bind(second)
        .execute();
  }

  Cursor<Record1<String>> cursor() {
    return session.dsl().select(ROLES.NAME).from(ROLES).fetchLazy();
  }
}
