package com.example.benchmarks;

/** By which way a query reaches the rows of one tenant. */
public enum Way {
  /** JDBC as a superuser, whom no row-level security binds, with the condition written by hand. */
  JDBC,
  /** jOOQ, else the same. */
  JOOQ,
  /** A tenant session. */
  CROFT,
  /** A tenant session on a sealed database. */
  SEALED
}
