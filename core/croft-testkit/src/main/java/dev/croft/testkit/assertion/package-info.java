/** AssertJ assertions about the SQL, the rows and the isolation of tenant sessions. */
@NullMarked
package dev.croft.testkit.assertion;

import org.jspecify.annotations.NullMarked;
