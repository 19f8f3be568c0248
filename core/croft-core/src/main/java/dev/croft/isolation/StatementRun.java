package dev.croft.isolation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One statement that ran. It holds no value that was bound, returned or quoted.
 *
 * @param tenant whose session ran it; empty for the system's
 * @param caller the repository's method that ran it
 * @param sql its text, with literals and comments left out
 * @param duration from its sending to its answer, without the time of reading rows one by one
 * @param rows how many rows were read or written; empty for a batch of one statement with several
 *     sets of values
 * @param isFailed whether it threw
 */
public record StatementRun(
    Optional<TenantId> tenant,
    Caller caller,
    String sql,
    Duration duration,
    OptionalLong rows,
    boolean isFailed) {}
