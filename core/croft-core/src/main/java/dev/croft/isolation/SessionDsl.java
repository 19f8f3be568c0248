package dev.croft.isolation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.Cursor;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Results;
import org.jooq.impl.DefaultDSLContext;
import org.jspecify.annotations.Nullable;

/** A session's jOOQ: a query that is given to it is run by one thread at a time. */
final class SessionDsl extends DefaultDSLContext {
  private static final long serialVersionUID = 1L;

  SessionDsl(Configuration configuration) {
    super(configuration);
  }

  @Override
  public <R extends Record> Result<R> fetch(ResultQuery<R> query) {
    return QueryUse.alone(query, () -> super.fetch(query));
  }

  @Override
  public <R extends Record> Cursor<R> fetchLazy(ResultQuery<R> query) {
    return QueryUse.alone(query, () -> super.fetchLazy(query));
  }

  /** jOOQ would run it when it is read, and by then for the session it is attached to again. */
  @Override
  public <R extends Record> Stream<R> fetchStream(ResultQuery<R> query) {
    return fetchLazy(query).stream();
  }

  @Override
  public <R extends Record> Results fetchMany(ResultQuery<R> query) {
    return QueryUse.alone(query, () -> super.fetchMany(query));
  }

  @Override
  public <R extends Record> @Nullable R fetchOne(ResultQuery<R> query) {
    return QueryUse.alone(query, () -> super.fetchOne(query));
  }

  @Override
  public <R extends Record> R fetchSingle(ResultQuery<R> query) {
    return QueryUse.alone(query, () -> super.fetchSingle(query));
  }

  @Override
  public <T, R extends Record1<T>> @Nullable T fetchValue(ResultQuery<R> query) {
    return QueryUse.alone(query, () -> super.fetchValue(query));
  }

  @Override
  public <T, R extends Record1<T>> List<T> fetchValues(ResultQuery<R> query) {
    return QueryUse.alone(query, () -> super.fetchValues(query));
  }

  @Override
  public <K, V> Map<K, V> fetchMap(ResultQuery<? extends Record2<K, V>> query) {
    return QueryUse.alone(query, () -> super.fetchMap(query));
  }

  @Override
  public <K, V> Map<K, List<V>> fetchGroups(ResultQuery<? extends Record2<K, V>> query) {
    return QueryUse.alone(query, () -> super.fetchGroups(query));
  }

  @Override
  public int execute(Query query) {
    return QueryUse.alone(query, () -> super.execute(query));
  }

  @Override
  public long executeLarge(Query query) {
    return QueryUse.alone(query, () -> super.executeLarge(query));
  }
}
