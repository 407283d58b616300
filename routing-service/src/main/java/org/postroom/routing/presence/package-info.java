/** Which agents are here. */
@NullMarked
package org.postroom.routing.presence;

import org.jspecify.annotations.NullMarked;
