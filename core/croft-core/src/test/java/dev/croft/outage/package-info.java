/** What is left when connections, servers, networks and threads fail in the middle of work. */
@NullMarked
package dev.croft.outage;

import org.jspecify.annotations.NullMarked;
