/** What depends on what in the rows of a database, whether or not its keys say so. */
@NullMarked
package dev.croft.analysis;

import org.jspecify.annotations.NullMarked;
