/** What the documents of the base schema say, held against a database that has it. */
@NullMarked
package dev.croft.documentation;

import org.jspecify.annotations.NullMarked;
