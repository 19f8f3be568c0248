/** The only doors to data: a session of one tenant, or of the system for a stated reason. */
@NullMarked
package dev.croft.session;

import org.jspecify.annotations.NullMarked;
