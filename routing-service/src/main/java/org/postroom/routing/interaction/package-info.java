/** The life of one interaction: the states it passes through and the moves each allows. */
@NullMarked
package org.postroom.routing.interaction;

import org.jspecify.annotations.NullMarked;
