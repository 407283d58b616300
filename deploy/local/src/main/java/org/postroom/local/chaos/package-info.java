/** A run that breaks a stack of its own in every way it knows while mail goes through it, and gives an account of it. */
@NullMarked
package org.postroom.local.chaos;

import org.jspecify.annotations.NullMarked;
