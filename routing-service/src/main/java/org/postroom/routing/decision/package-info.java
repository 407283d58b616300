/** The decisions themselves: one input of the journal after the other, for one organisation at a time. */
@NullMarked
package org.postroom.routing.decision;

import org.jspecify.annotations.NullMarked;
