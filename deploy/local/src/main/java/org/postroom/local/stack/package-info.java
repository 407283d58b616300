/** The one-machine stack as a whole: its parts as processes, started in order, watched, and stopped again. */
@NullMarked
package org.postroom.local.stack;

import org.jspecify.annotations.NullMarked;
