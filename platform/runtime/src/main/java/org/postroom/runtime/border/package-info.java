/** What no request may bring in, whichever it is. */
@NullMarked
package org.postroom.runtime.border;

import org.jspecify.annotations.NullMarked;
