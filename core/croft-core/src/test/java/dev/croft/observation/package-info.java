/** What an operator sees of statements and pools. */
@NullMarked
package dev.croft.observation;

import org.jspecify.annotations.NullMarked;
