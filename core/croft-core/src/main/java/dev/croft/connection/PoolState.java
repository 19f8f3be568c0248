package dev.croft.connection;

/**
 * How busy a pool was at one moment.
 *
 * @param access what its login is used for
 * @param user the login role
 * @param maximum the most connections it opens; 0 where the application's own pool decides
 * @param active connections that work is running on
 * @param idle connections that nobody uses; 0 where the application's own pool decides
 * @param waiting callers that wait for a connection; 0 where the application's own pool decides
 */
public record PoolState(
    Access access, String user, int maximum, int active, int idle, int waiting) {

  /** Whether every connection is in use while somebody waits for one. */
  public boolean isExhausted() {
    return waiting > 0 && maximum > 0 && active >= maximum;
  }
}
