/** Tenants, people, and who belongs where. */
@NullMarked
package dev.croft.identity;

import org.jspecify.annotations.NullMarked;
