package dev.croft.session;

import dev.croft.isolation.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last write of this Croft to each tenant, which a replica may not have yet. Beyond a number of
 * tenants they are merged into one that counts for all.
 */
final class LastWrites {
  private static final int MOST = 10_000;

  private final int most;
  private final Map<TenantId, Write> byTenant = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Write toAnyTenant;

  LastWrites() {
    this(MOST);
  }

  LastWrites(int most) {
    this.most = most;
  }

  /** After a write to {@code tenant} that is committed, or may be. */
  void wroteTo(TenantId tenant) {
    lock.lock();
    try {
      byTenant.put(tenant, new Write());
      if (byTenant.size() > most) {
        wroteToAny();
      }
    } finally {
      lock.unlock();
    }
  }

  /** After a write to whatever tenants. In this order, so that readers miss neither. */
  void wroteToAny() {
    lock.lock();
    try {
      toAnyTenant = new Write();
      byTenant.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The position in the primary's log that lies behind all writes to {@code tenant}; empty where
   * there were none.
   *
   * @param now tells the position where the log ends now
   */
  OptionalLong positionAfter(TenantId tenant, LongSupplier now) {
    Write own = byTenant.get(tenant);
    Write any = toAnyTenant;
    return Stream.of(Optional.ofNullable(own), Optional.ofNullable(any))
        .flatMap(Optional::stream)
        .mapToLong(write -> write.position(now))
        .max();
  }

  /** A write, and a position that lies behind it: asked for by the first who must know. */
  private static final class Write {
    private static final long UNKNOWN = -1;

    private volatile long position = UNKNOWN;

    long position(LongSupplier now) {
      long known = position;
      if (known == UNKNOWN) {
        known = now.getAsLong();
        position = known;
      }
      return known;
    }
  }
}
