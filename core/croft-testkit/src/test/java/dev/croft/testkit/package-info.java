/** The testkit, tested with itself. */
@NullMarked
package dev.croft.testkit;

import org.jspecify.annotations.NullMarked;
