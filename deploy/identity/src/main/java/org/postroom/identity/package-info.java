/** The sign-in of the one-machine stack: an OpenID Connect provider with demo accounts. A real installation brings its own. */
@NullMarked
package org.postroom.identity;

import org.jspecify.annotations.NullMarked;
