/** What every small server of the one-machine stack needs from its host: ports, arguments, a main loop. */
@NullMarked
package org.postroom.local.host;

import org.jspecify.annotations.NullMarked;
