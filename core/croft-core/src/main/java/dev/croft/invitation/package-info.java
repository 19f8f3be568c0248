/** Offers to become a member of a tenant: made, sent again, taken back, accepted once. */
@NullMarked
package dev.croft.invitation;

import org.jspecify.annotations.NullMarked;
