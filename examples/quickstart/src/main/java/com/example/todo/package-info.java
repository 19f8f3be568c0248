/** A feature of its own on top of Croft: todos of a tenant. */
@NullMarked
package com.example.todo;

import org.jspecify.annotations.NullMarked;
