/** What tenants pay for: plans, prices, limits, and subscriptions. */
@NullMarked
package dev.croft.billing;

import org.jspecify.annotations.NullMarked;
