/** Tests of the report, and the page of the rules. */
@NullMarked
package dev.croft.lint;

import org.jspecify.annotations.NullMarked;
