/** Tests of the assertions, each with what it refuses. */
@NullMarked
package dev.croft.testkit.assertion;

import org.jspecify.annotations.NullMarked;
