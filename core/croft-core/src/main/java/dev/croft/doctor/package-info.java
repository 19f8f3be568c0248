/** Reads the live catalogue and refuses a database that would not keep tenants apart. */
@NullMarked
package dev.croft.doctor;

import org.jspecify.annotations.NullMarked;
