/** Where the rows of a tenant live. */
@NullMarked
package dev.croft.placement;

import org.jspecify.annotations.NullMarked;
