package dev.croft.postgres;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database to be cloned, prepared by the first who asks for it. */
final class Template {
  private final Supplier<PostgresDatabase> creation;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable PostgresDatabase prepared;

  Template(Supplier<PostgresDatabase> creation) {
    this.creation = creation;
  }

  PostgresDatabase get(Consumer<PostgresDatabase> prepare) {
    lock.lock();
    try {
      PostgresDatabase database = prepared == null ? prepare(prepare) : prepared;
      prepared = database;
      return database;
    } finally {
      lock.unlock();
    }
  }

  private PostgresDatabase prepare(Consumer<PostgresDatabase> prepare) {
    PostgresDatabase database = creation.get();
    try {
      prepare.accept(database);
      return new TemplateDatabase(database);
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }
}
