/** What an operator sees of statements and pools: metrics, and a log of what is slow. */
@NullMarked
package dev.croft.observation;

import org.jspecify.annotations.NullMarked;
