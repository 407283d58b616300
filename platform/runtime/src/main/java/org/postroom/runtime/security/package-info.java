/** Who is asking, and for which organisation. */
@NullMarked
package org.postroom.runtime.security;

import org.jspecify.annotations.NullMarked;
