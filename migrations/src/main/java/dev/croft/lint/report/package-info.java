/** What schema rules are, what they find, and what people allowed with a reason. */
@NullMarked
package dev.croft.lint.report;

import org.jspecify.annotations.NullMarked;
