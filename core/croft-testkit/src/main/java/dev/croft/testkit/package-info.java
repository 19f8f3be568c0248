/** Tests of what an application builds on Croft: databases, tenants and people as parameters. */
@NullMarked
package dev.croft.testkit;

import org.jspecify.annotations.NullMarked;
