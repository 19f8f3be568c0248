package dev.croft.connection;

import static dev.croft.connection.Setting.*;

/** Reads the settings of the pool. */
final class PoolReader {
  private final SettingValues values;

  PoolReader(SettingValues values) {
    this.values = values;
  }

  PoolSettings read() {
    PoolSettings defaults = PoolSettings.defaults();
    int size = values.number(DATABASE_POOL_MAXIMUM_SIZE).orElse(defaults.maximumSize());
    int idle =
        values.number(DATABASE_POOL_MINIMUM_IDLE).orElse(Math.min(size, defaults.minimumIdle()));
    return values.problems().valueOr(defaults, () -> of(size, idle, defaults));
  }

  private PoolSettings of(int size, int idle, PoolSettings defaults) {
    return new PoolSettings(
        size,
        idle,
        values.duration(DATABASE_POOL_CONNECTION_TIMEOUT).orElse(defaults.connectionTimeout()),
        values.duration(DATABASE_POOL_IDLE_TIMEOUT).orElse(defaults.idleTimeout()),
        values.duration(DATABASE_POOL_KEEPALIVE).orElse(defaults.keepalive()),
        values.duration(DATABASE_POOL_MAXIMUM_LIFETIME).orElse(defaults.maximumLifetime()),
        values.duration(DATABASE_POOL_LEAK_DETECTION).orElse(defaults.leakDetection()),
        values.duration(DATABASE_CLOSE_TIMEOUT).orElse(defaults.closeTimeout()));
  }
}
