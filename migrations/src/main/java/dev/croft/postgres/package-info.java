/** The PostgreSQL server that builds, tests and local work run against. */
@NullMarked
package dev.croft.postgres;

import org.jspecify.annotations.NullMarked;
