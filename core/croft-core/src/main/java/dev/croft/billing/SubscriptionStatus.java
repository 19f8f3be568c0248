package dev.croft.billing;

import java.util.Locale;

/** How a subscription stands, in the words of Stripe, which other providers share. */
public enum SubscriptionStatus {
  /** The first payment is still to be made. */
  INCOMPLETE,
  /** The first payment was not made in time. This is final. */
  INCOMPLETE_EXPIRED,
  /** It is free until its trial ends. */
  TRIALING,
  /** It is paid for, or free for good. */
  ACTIVE,
  /** A payment failed and will be tried again. */
  PAST_DUE,
  /** A payment failed and will not be tried again. */
  UNPAID,
  /** Nothing is charged and nothing is given for the time being. */
  PAUSED,
  /** It has ended. This is final. */
  CANCELED;

  /** Whether the subscription has not ended; a tenant has at most one that has not. */
  public boolean isLive() {
    return this != INCOMPLETE_EXPIRED && this != CANCELED;
  }

  /** Whether the tenant gets what the plan gives. */
  public boolean isEntitled() {
    return this == TRIALING || this == ACTIVE || this == PAST_DUE;
  }

  /** As the database and Stripe spell it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status that the database and Stripe spell so.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SubscriptionStatus of(String value) {
    return valueOf(value.toUpperCase(Locale.ROOT));
  }
}
