/** Roles of a tenant, what they permit, and who has them. */
@NullMarked
package dev.croft.access;

import org.jspecify.annotations.NullMarked;
