package dev.croft.testkit.assertion;

import dev.croft.session.TenantSession;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;

/** Where assertions about tenant sessions begin; for a static import beside AssertJ's. */
public final class CroftAssertions {
  private CroftAssertions() {}

  /**
   * About the text that {@code query} sends: without double quotes, with {@code ?} for each value.
   * The query must have been made by the {@code dsl()} of a session.
   */
  public static SqlAssert assertThatSql(Query query) {
    return new SqlAssert(query);
  }

  /** About the rows of {@code table} that {@code session} sees. */
  public static <R extends Record> RowsAssert<R> assertThatRows(
      TenantSession session, Table<R> table) {
    return RowsAssert.of(session, table);
  }

  /** About what {@code session} is kept from. */
  public static TenantSessionAssert assertThat(TenantSession session) {
    return new TenantSessionAssert(session);
  }
}
