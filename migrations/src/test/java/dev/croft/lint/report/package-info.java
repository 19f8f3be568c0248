/** Tests of allowances. */
@NullMarked
package dev.croft.lint.report;

import org.jspecify.annotations.NullMarked;
