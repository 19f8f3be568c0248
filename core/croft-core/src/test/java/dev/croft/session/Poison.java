package dev.croft.session;

import static dev.croft.session.Poison.Harm.FAILURE;
import static dev.croft.session.Poison.Harm.NONE;
import static dev.croft.session.Poison.Harm.ROWS;

/** What an earlier use leaves on a pooled connection, by SQL that the driver knows nothing of. */
enum Poison {
  TENANT(ROWS, "set app.tenant_id = '%s'", "it held a tenant already"),
  ROLE(ROWS, "set role croft_app", "it held another role"),
  ROW_SECURITY(ROWS, "set row_security = off", "row_security was off"),
  STRINGS(ROWS, "set standard_conforming_strings = off", "standard_conforming_strings was off"),
  REPLICA(
      ROWS, "set session_replication_role = replica", "session_replication_role was not origin"),
  NULL_IN_ARRAYS(ROWS, "set array_nulls = off", "array_nulls was off"),
  NULL_EQUALS(ROWS, "set transform_null_equals = on", "transform_null_equals was on"),
  SEARCH_PATH(ROWS, "set search_path = auth, public", "search_path was changed"),
  SHADOWED_CATALOG(ROWS, "set search_path = public, pg_catalog", "search_path was changed"),
  COMMIT(ROWS, "set synchronous_commit = local", "synchronous_commit was changed"),
  TABLE(ROWS, "create temporary table roles (name text)", "it had held a temporary table"),
  DROPPED_TABLE(
      ROWS,
      "create temporary table roles (name text); drop table roles",
      "it had held a temporary table"),
  TYPE(ROWS, "create domain pg_temp.uuid as pg_catalog.text", "it had held a temporary table"),
  TRANSACTION(ROWS, "begin", "it was inside a transaction"),
  TRANSACTION_OF_ANOTHER_TENANT(
      ROWS, "begin; select set_config('app.tenant_id', '%s', true)", "it was inside a transaction"),
  FAILED_TRANSACTION(ROWS, "begin; select 1 / 0", "it was inside a transaction"),
  OPEN_CURSOR(
      ROWS, "begin; declare c cursor for select * from auth.roles", "it was inside a transaction"),

  READ_ONLY(
      FAILURE,
      "set default_transaction_read_only = on",
      "it held a setting of its own, default_transaction_read_only"),
  TIMEOUT(FAILURE, "set statement_timeout = 1", ""),

  LIMIT(NONE, "set statement_timeout = '1h'", "it held a setting of its own, statement_timeout"),
  HELD_CURSOR(NONE, "declare c cursor with hold for select 1", "it held a cursor"),
  PREPARED(NONE, "prepare s as select 1", "it held a statement prepared by SQL"),
  ADVISORY_LOCK(NONE, "select pg_advisory_lock(4711)", "it held an advisory lock"),
  SUBSCRIPTION(NONE, "listen roles", "it listened to notifications"),
  PLANS(
      NONE,
      "set plan_cache_mode = force_generic_plan",
      "it held a setting of its own, plan_cache_mode"),
  PLANNER(NONE, "set enable_indexscan = off", "it held a setting of its own, enable_indexscan"),

  ZONE("set timezone = 'Pacific/Chatham'"),
  DATES("set datestyle = 'ISO, DMY'"),
  INTERVALS("set intervalstyle = 'sql_standard'"),
  ISOLATION("set default_transaction_isolation = 'serializable'"),
  NAME("set application_name = 'somebody'"),
  OTHER_SETTING("set app.bypass = 'on'"),
  DEALLOCATED("deallocate all"),
  DISCARDED("discard all"),
  AUTHORIZATION("set session authorization default"),
  TRANSACTION_ENDED("begin; select set_config('app.tenant_id', '%s', true); commit");

  /** What it does to a statement of a session that runs in spite of it. */
  enum Harm {
    /** It could read or write other rows, in silence. */
    ROWS,
    /** It could fail. */
    FAILURE,
    /** Nothing that its caller sees. */
    NONE
  }

  private final Harm harm;
  private final String sql;
  private final String facts;

  Poison(String sql) {
    this(Harm.NONE, sql, "");
  }

  Poison(Harm harm, String sql, String facts) {
    this.harm = harm;
    this.sql = sql;
    this.facts = facts;
  }

  Harm harm() {
    return harm;
  }

  /** The statements, for another tenant than the next. */
  String sql(Object anotherTenant) {
    return sql.formatted(anotherTenant);
  }

  /** The look at the connection finds it, unless that fails of it. */
  boolean isFound() {
    return !facts.isEmpty();
  }

  /** What the session says that finds it. */
  String message() {
    return "A pooled connection was not clean and was closed: "
        + facts
        + ". Try again on another connection; find the code that used the pool without a session.";
  }
}
