/** JVMs of their own, for tests in which a process dies. */
@NullMarked
package dev.croft.fork;

import org.jspecify.annotations.NullMarked;
