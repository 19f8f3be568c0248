/** Keyset pagination: pages that stay right while rows come and go. */
@NullMarked
package dev.croft.paging;

import org.jspecify.annotations.NullMarked;
