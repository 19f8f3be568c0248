package dev.croft.isolation;

import static java.util.Objects.requireNonNull;

import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.VisitListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jooq.impl.DefaultRecordListenerProvider;
import org.jspecify.annotations.Nullable;

/** The jOOQ configurations of sessions. Nothing else in Croft makes one. */
public final class SessionConfigurations {
  private SessionConfigurations() {}

  /** A configuration whose every statement is fenced into {@code tenant}. */
  public static Configuration tenant(
      TenantId tenant, ConnectionProvider connections, StatementObservers observers) {
    return fenced(connections, new Observation(tenant, observers), tenant, null);
  }

  /** As {@link #tenant}, but plain SQL is let through, for {@code reason}. */
  public static Configuration unchecked(
      TenantId tenant,
      ConnectionProvider connections,
      StatementObservers observers,
      String reason) {
    return fenced(connections, new Observation(tenant, observers), tenant, reason);
  }

  private static Configuration fenced(
      ConnectionProvider connections,
      Observation observation,
      TenantId tenant,
      @Nullable String reason) {
    VisitListenerProvider fence = () -> new TenantFence(tenant, reason != null);
    StatementGuard guard = new StatementGuard(tenant, fence, observation, reason);
    Configuration configuration = base(connections);
    SessionSettings.forRecords(configuration.settings());
    return configuration
        .set(fence)
        .set(new DefaultRecordListenerProvider(new TenantStamp(tenant)))
        .set(new DefaultExecuteListenerProvider(guard));
  }

  /** A configuration without a fence, for the system's own credentials. */
  public static Configuration system(ConnectionProvider connections, StatementObservers observers) {
    Translation translation = new Translation(new Observation(null, observers));
    return base(connections).set(new DefaultExecuteListenerProvider(translation));
  }

  /** jOOQ on {@code configuration}, for one thread a query. */
  public static DSLContext dsl(Configuration configuration) {
    return new SessionDsl(configuration);
  }

  private static Configuration base(ConnectionProvider connections) {
    return new DefaultConfiguration()
        .set(SQLDialect.POSTGRES)
        .set(SessionSettings.fresh())
        .set(connections)
        .set(new RefusedTransactions());
  }

  private static final class Translation implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    private final transient Observation observation;

    Translation(Observation observation) {
      this.observation = observation;
    }

    @Override
    public void executeStart(ExecuteContext context) {
      SqlLog.executing(context);
      Failures.begin(context);
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

    @Override
    public void fetchStart(ExecuteContext context) {
      context.resultSet(
          new StrictResultSet(
              requireNonNull(context.resultSet()), requireNonNull(context.statement())));
    }

    @Override
    public void exception(ExecuteContext context) {
      Failures.translate(context);
    }

    @Override
    public void end(ExecuteContext context) {
      observation.end(context);
    }
  }
}
