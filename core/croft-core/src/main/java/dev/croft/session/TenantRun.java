package dev.croft.session;

import dev.croft.exception.DatabaseException;
import dev.croft.exception.SessionException;
import dev.croft.isolation.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of work for each tenant. The calling thread lists tenants page by page, and hands each to
 * a thread of its own as soon as fewer than the permitted number are at work.
 */
final class TenantRun<E extends Exception> {
  private final SystemScope.Outside system;
  private final TenantList tenants;
  private final TenantVisit<E> visit;
  private final int parallelism;
  private final Semaphore places;
  private final Set<TenantId> succeeded = ConcurrentHashMap.newKeySet();
  private final Map<TenantId, Exception> failed = new ConcurrentHashMap<>();
  private volatile @Nullable Error error;

  TenantRun(
      SystemScope.Outside system,
      ForEachTenantOptions options,
      TransactionWork<TenantSession, E> work) {
    this.system = system;
    this.tenants = new TenantList(system.reading().session(), options.includesSuspended());
    this.visit = new TenantVisit<>(system, work);
    this.parallelism =
        Math.min(options.parallelism(), system.sessions().tenants().pool().maximumSize());
    this.places = new Semaphore(parallelism);
  }

  /** The records of begin and end are made whatever becomes of the run. */
  TenantReport run() {
    SystemJournal journal = system.journal();
    system.record(dsl -> journal.beginsWithTenants(dsl, system.writes()));
    @Nullable Exception stop = visitAll();
    TenantReport report = new TenantReport(succeeded, failed);
    system.record(dsl -> journal.endsWithTenants(dsl, report));
    Error thrown = error;
    if (thrown != null) {
      throw thrown;
    }
    if (stop instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      throw TenantRunException.stopped(report, "the thread was interrupted", null);
    }
    if (stop != null) {
      throw TenantRunException.stopped(report, "it broke off", stop);
    }
    return report;
  }

  /** Returns when no tenant is at work any more, with what kept it from going through all. */
  private @Nullable Exception visitAll() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        startAll(threads);
        return null;
      } catch (InterruptedException | SessionException e) {
        threads.shutdownNow();
        return e;
      } catch (DatabaseException e) {
        return e;
      }
    }
  }

  private void startAll(ExecutorService threads) throws InterruptedException {
    RunProgress progress = new RunProgress(system.purpose(), tenants.count(), RunProgress.PAUSE);
    Optional<TenantId> last = Optional.empty();
    List<TenantId> page = tenants.page(last);
    while (!page.isEmpty() && error == null) {
      startEach(page, threads, progress);
      last = Optional.of(page.getLast());
      page = tenants.page(last);
    }
    await(parallelism, progress);
  }

  private void startEach(List<TenantId> page, ExecutorService threads, RunProgress progress)
      throws InterruptedException {
    for (TenantId tenant : page) {
      await(1, progress);
      if (error != null) {
        places.release();
        return;
      }
      system.purpose().timeLeft();
      threads.execute(() -> visit(tenant));
    }
  }

  private void await(int free, RunProgress progress) throws InterruptedException {
    progress.tell(succeeded.size(), failed.size());
    while (!places.tryAcquire(free, 1, TimeUnit.SECONDS)) {
      system.purpose().timeLeft();
      progress.tell(succeeded.size(), failed.size());
    }
  }

  private void visit(TenantId tenant) {
    try {
      visit.run(tenant);
      succeeded.add(tenant);
    } catch (Exception e) {
      failed.put(tenant, e);
    } catch (Error e) {
      error = e;
    } finally {
      places.release();
    }
  }
}
