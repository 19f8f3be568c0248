/** The todos of one tenant, and what another one sees of them. */
@NullMarked
package com.example.todo;

import org.jspecify.annotations.NullMarked;
