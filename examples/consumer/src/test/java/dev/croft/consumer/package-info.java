/** A new user's first hour. */
@NullMarked
package dev.croft.consumer;

import org.jspecify.annotations.NullMarked;
