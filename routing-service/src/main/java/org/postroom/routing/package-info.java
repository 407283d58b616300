/** Routing: which conversation a mail belongs to, and which agent is offered it. */
@NullMarked
package org.postroom.routing;

import org.jspecify.annotations.NullMarked;
