/** Who gets the interaction: the waiting list, the agents' seats and the rules between them. */
@NullMarked
package org.postroom.routing.acd;

import org.jspecify.annotations.NullMarked;
