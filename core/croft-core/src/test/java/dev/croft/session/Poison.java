package dev.croft.session;

/** What an earlier use leaves on a pooled connection, by SQL that the driver knows nothing of. */
enum Poison {
  TENANT("set app.tenant_id = '%s'", "it held a tenant already"),
  ROLE("set role croft_app", "it held another role"),
  ROW_SECURITY("set row_security = off", "row_security was off"),
  STRINGS("set standard_conforming_strings = off", "standard_conforming_strings was off"),
  REPLICA("set session_replication_role = replica", "session_replication_role was not origin"),
  NULL_IN_ARRAYS("set array_nulls = off", "array_nulls was off"),
  NULL_EQUALS("set transform_null_equals = on", "transform_null_equals was on"),
  SEARCH_PATH("set search_path = auth, public", "search_path was changed"),
  SHADOWED_CATALOG("set search_path = public, pg_catalog", "search_path was changed"),
  COMMIT("set synchronous_commit = local", "synchronous_commit was changed"),
  TABLE("create temporary table roles (name text)", "it had held a temporary table"),
  DROPPED_TABLE(
      "create temporary table roles (name text); drop table roles",
      "it had held a temporary table"),
  TYPE("create domain pg_temp.uuid as pg_catalog.text", "it had held a temporary table"),

  TRANSACTION("begin", "it was inside a transaction"),
  TRANSACTION_OF_ANOTHER_TENANT(
      "begin; select set_config('app.tenant_id', '%s', true)", "it was inside a transaction"),
  FAILED_TRANSACTION("begin; select 1 / 0", "it was inside a transaction"),
  OPEN_CURSOR(
      "begin; declare c cursor for select * from auth.roles", "it was inside a transaction"),

  READ_ONLY(
      "set default_transaction_read_only = on",
      "it held a setting of its own, default_transaction_read_only"),
  TIMEOUT("set statement_timeout = 1", "it held a setting of its own, statement_timeout"),

  HELD_CURSOR("declare c cursor with hold for select 1", "it held a cursor"),
  PREPARED("prepare s as select 1", "it held a statement prepared by SQL"),
  ADVISORY_LOCK("select pg_advisory_lock(4711)", "it held an advisory lock"),
  SUBSCRIPTION("listen roles", "it listened to notifications"),
  PLANS("set plan_cache_mode = force_generic_plan", "it held a setting of its own, plan_cache_mode"),
  PLANNER("set enable_indexscan = off", "it held a setting of its own, enable_indexscan"),

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

  private final String sql;
  private final String facts;

  Poison(String sql) {
    this(sql, "");
  }

  Poison(String sql, String facts) {
    this.sql = sql;
    this.facts = facts;
  }

  /** The statements, for another tenant than the next. */
  String sql(Object anotherTenant) {
    return sql.formatted(anotherTenant);
  }

  /** What a thorough look at the connection finds, or nothing. */
  String facts() {
    return facts;
  }

  /** Found before, or in place of, the next statement, because its rows could be others. */
  boolean isFoundAtOnce() {
    return compareTo(TRANSACTION) < 0;
  }

  boolean isTransaction() {
    return !isFoundAtOnce() && compareTo(READ_ONLY) < 0;
  }

  /** Makes the next statement fail that it concerns. */
  boolean isLoud() {
    return this == READ_ONLY || this == TIMEOUT;
  }

  /** Changes neither which rows a statement of a session reads and writes, nor that it runs. */
  boolean isHarmless() {
    return compareTo(TIMEOUT) > 0;
  }
}
