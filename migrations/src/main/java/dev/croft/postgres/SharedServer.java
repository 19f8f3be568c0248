package dev.croft.postgres;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one server of this JVM. Closing it does nothing: others use it. */
record SharedServer(PostgresServer server) implements PostgresServer {
  private static final ReentrantLock lock = new ReentrantLock();
  private static @Nullable PostgresServer shared;

  static PostgresServer get() {
    lock.lock();
    try {
      PostgresServer running = shared == null ? new SharedServer(PostgresServer.start()) : shared;
      shared = running;
      return running;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int majorVersion() {
    return server.majorVersion();
  }

  @Override
  public PostgresDatabase createDatabase() {
    return server.createDatabase();
  }

  @Override
  public PostgresDatabase cloneOf(PostgresDatabase template) {
    return server.cloneOf(template);
  }

  @Override
  public PostgresDatabase template(String key, Consumer<PostgresDatabase> prepare) {
    return server.template(key, prepare);
  }

  @Override
  public void close() {}
}
