/** The command line: every tool of Croft's for databases and changelogs, one command each. */
@NullMarked
package dev.croft.cli;

import org.jspecify.annotations.NullMarked;
