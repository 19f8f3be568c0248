package dev.croft.session;

import dev.croft.exception.DatabaseException;
import org.jspecify.annotations.Nullable;

/** Work was not done for every tenant; {@link #report()} tells for which it was. */
public final class TenantRunException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  private final transient TenantReport report;

  private TenantRunException(
      TenantReport report, String problem, String facts, String advice, @Nullable Throwable cause) {
    super(problem, facts, advice, cause);
    this.report = report;
  }

  static TenantRunException failed(TenantReport report) {
    return new TenantRunException(
        report,
        "Work failed for %d of %d tenants".formatted(report.failed().size(), tried(report)),
        "it was rolled back for these and committed for the others",
        "See report().failed() for what was thrown; run it again for those tenants.",
        report.failed().values().iterator().next());
  }

  static TenantRunException stopped(TenantReport report, String why, @Nullable Throwable cause) {
    return new TenantRunException(
        report,
        "Work was not run for all tenants",
        "%s when %d were done and %d had failed"
            .formatted(why, report.succeeded().size(), report.failed().size()),
        "See report() for which; run it again for the others.",
        cause);
  }

  private static int tried(TenantReport report) {
    return report.succeeded().size() + report.failed().size();
  }

  /** What became of the work before. */
  public TenantReport report() {
    return report;
  }
}
