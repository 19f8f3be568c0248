package dev.croft.isolation;

public interface ScopedTable {
  TableScope scope();
}
