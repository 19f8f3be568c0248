/** Tests of what is found in rows. */
@NullMarked
package dev.croft.analysis;

import org.jspecify.annotations.NullMarked;
