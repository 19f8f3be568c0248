/** The audit logs: who did what to what, of one tenant and across tenants. */
@NullMarked
package dev.croft.audit;

import org.jspecify.annotations.NullMarked;
