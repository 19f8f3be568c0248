/** How a tenant session proves to a sealed database which tenant it is of. */
@NullMarked
package dev.croft.sealing;

import org.jspecify.annotations.NullMarked;
