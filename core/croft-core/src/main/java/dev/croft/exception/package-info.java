/** What can go wrong, one type per situation; every message says what to do next. */
@NullMarked
package dev.croft.exception;

import org.jspecify.annotations.NullMarked;
