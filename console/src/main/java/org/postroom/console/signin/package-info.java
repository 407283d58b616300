/** Who is signed in to the console. */
@NullMarked
package org.postroom.console.signin;

import org.jspecify.annotations.NullMarked;
