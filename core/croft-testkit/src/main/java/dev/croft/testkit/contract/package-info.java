/** Shows that the tables and repositories of an application keep tenants apart. */
@NullMarked
package dev.croft.testkit.contract;

import org.jspecify.annotations.NullMarked;
