package dev.croft.oracle;

/** Tells which statements change or lock rows, and which name another tenant. */
final class Changes {
  private Changes() {}

  static boolean in(Statement statement) {
    return !(statement instanceof Statement.Read read)
        || Locks.locks(read)
        || Parts.any(statement, Source.Changed.class::isInstance);
  }

  static boolean nameAnotherTenant(Statement statement) {
    return Parts.any(statement, part -> part == Write.Owner.OTHER)
        || (statement instanceof Statement.Row row && RecordLife.owner(row) == Write.Owner.OTHER);
  }
}
