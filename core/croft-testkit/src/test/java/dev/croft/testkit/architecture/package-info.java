/** The arrows of the testkit. */
@NullMarked
package dev.croft.testkit.architecture;

import org.jspecify.annotations.NullMarked;
