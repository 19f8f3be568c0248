/** Keeps every statement of a tenant session inside that tenant's rows. */
@NullMarked
package dev.croft.isolation;

import org.jspecify.annotations.NullMarked;
