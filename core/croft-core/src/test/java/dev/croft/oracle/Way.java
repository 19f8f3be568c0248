package dev.croft.oracle;

/** What stands between a statement and the rows of other tenants. */
enum Way {
  BOTH(true),
  POLICY(true),
  ROW_SECURITY(false),
  /** Nothing: the database holds no other tenant's rows. What it answers is what is right. */
  ALONE(false),
  /** Nothing, among all tenants: the control. */
  NONE(false);

  private final boolean policy;

  Way(boolean policy) {
    this.policy = policy;
  }

  boolean holdsPolicy() {
    return policy;
  }
}
