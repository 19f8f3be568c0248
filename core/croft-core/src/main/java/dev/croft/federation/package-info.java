/** Signing in elsewhere: what providers call people, and the providers that organizations run. */
@NullMarked
package dev.croft.federation;

import org.jspecify.annotations.NullMarked;
