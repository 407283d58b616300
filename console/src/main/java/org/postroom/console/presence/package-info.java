/** How pages speak of whether agents take work. */
@NullMarked
package org.postroom.console.presence;

import org.jspecify.annotations.NullMarked;
