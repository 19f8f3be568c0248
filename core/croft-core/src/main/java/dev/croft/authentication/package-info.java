/** Signing in to the service itself: passwords, sessions, and secrets that are shown once. */
@NullMarked
package dev.croft.authentication;

import org.jspecify.annotations.NullMarked;
