/** Tests of the contract, each check with a fault that it finds. */
@NullMarked
package dev.croft.testkit.contract;

import org.jspecify.annotations.NullMarked;
