/** Signing in to the one-machine stack as a browser would, for programs that act as its users. */
@NullMarked
package org.postroom.local.signin;

import org.jspecify.annotations.NullMarked;
