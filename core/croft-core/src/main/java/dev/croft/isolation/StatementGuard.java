package dev.croft.isolation;

import static java.util.Objects.requireNonNull;

import dev.croft.exception.ExceptionTranslator;
import dev.croft.exception.StatementRefusedException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.ExecuteType;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.VisitListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a tenant session execute only the kinds of statement that the fence understands, only while
 * the fence is in place, and turns what the driver throws into typed exceptions.
 */
final class StatementGuard implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  /** Shows what runs, without the values that are bound. */
  static final Logger SQL = LoggerFactory.getLogger("dev.croft.sql");

  /** Shows what ran without being fenced, and why. */
  private static final Logger UNCHECKED = LoggerFactory.getLogger("dev.croft.unchecked");

  private static final Object RENDERED = new Object();
  private static final Object BEGUN = new Object();

  private final transient TenantId tenant;
  private final transient VisitListenerProvider fence;
  private final transient Observation observation;
  private final @Nullable String reason;

  /**
   * A guard.
   *
   * @param reason why plain SQL is let through; null where it is not
   */
  StatementGuard(
      TenantId tenant,
      VisitListenerProvider fence,
      Observation observation,
      @Nullable String reason) {
    this.tenant = tenant;
    this.fence = fence;
    this.observation = observation;
    this.reason = reason;
  }

  @Override
  public void start(ExecuteContext context) {
    checkFence(context.configuration());
    if (context.type() == ExecuteType.BATCH) {
      for (Query query : context.batchQueries()) {
        StatementKinds.check(query, reason != null);
      }
    } else {
      StatementKinds.check(context.query(), reason != null);
      if (QueryUse.begin(requireNonNull(context.query()))) {
        context.data(BEGUN, true);
      }
    }
  }

  @Override
  public void end(ExecuteContext context) {
    if (context.data(BEGUN, null) != null) {
      QueryUse.end(requireNonNull(context.query()));
    }
    observation.end(context);
    if (context.exception() == null) {
      RowCounts.check(context);
    }
  }

  private void checkFence(Configuration configuration) {
    VisitListenerProvider[] listeners = configuration.visitListenerProviders();
    boolean inPlace =
        listeners.length == 1
            && fence.equals(listeners[0])
            && isFirst(configuration.executeListenerProviders())
            && configuration.dialect() == SQLDialect.POSTGRES
            && SessionSettings.areKept(configuration);
    if (!inPlace) {
      throw new StatementRefusedException(
          "A statement of a tenant session was refused",
          "its jOOQ configuration was changed and no longer holds the tenant's fence",
          "Use the session's dsl() as it is.");
    }
  }

  /** Before any listener that is not jOOQ's own, so that none changes the text unnoticed. */
  private boolean isFirst(ExecuteListenerProvider[] providers) {
    for (ExecuteListenerProvider provider : providers) {
      if (!(provider instanceof DefaultExecuteListenerProvider given)) {
        return false;
      }
      ExecuteListener listener = given.provide();
      if (!RawText.isOfJooq(listener)) {
        return equals(listener);
      }
    }
    return false;
  }

  @Override
  public void renderEnd(ExecuteContext context) {
    checkFence(context.configuration());
    context.data(RENDERED, requireNonNull(context.sql()));
  }

  @Override
  public void prepareStart(ExecuteContext context) {
    try {
      FencedConnection connection =
          requireNonNull(context.connection()).unwrap(FencedConnection.class);
      boolean batch = context.type() == ExecuteType.BATCH;
      String rendered = (String) requireNonNull(context.data(RENDERED));
      boolean writing = reason != null || !StatementKinds.isRead(context.query());
      connection.permit(new StatementPermit(rendered, batch, reason != null, writing));
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    }
  }

  @Override
  public void executeStart(ExecuteContext context) {
    if (context.data(RENDERED) == null) {
      checkKept(requireNonNull(context.statement()));
    }
    SqlLog.executing(context);
    Failures.begin(context);
    if (reason != null) {
      UNCHECKED.info("{}: {}", reason, SqlLog.withoutLiterals(requireNonNull(context.sql())));
    }
    observation.executeStart(context);
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    observation.executeEnd(context);
  }

  @Override
  public void recordEnd(ExecuteContext context) {
    observation.recordEnd(context);
  }

  /** A statement that was kept open from an earlier run is that of the session it was run for. */
  private void checkKept(PreparedStatement kept) {
    try {
      if (kept.getConnection().unwrap(FencedConnection.class).tenant().equals(tenant)) {
        return;
      }
    } catch (SQLException e) {
      throw ExceptionTranslator.translate(e);
    }
    throw new StatementRefusedException(
        "A kept statement was refused",
        "it was prepared for another tenant",
        "Leave keepStatement out: the driver keeps what is run again.");
  }

  @Override
  public void exception(ExecuteContext context) {
    Failures.translate(context);
  }
}
