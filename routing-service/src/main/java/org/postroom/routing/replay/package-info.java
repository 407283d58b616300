/** Deciding upon the journal again, and comparing what comes of it with what stands in the log. */
@NullMarked
package org.postroom.routing.replay;

import org.jspecify.annotations.NullMarked;
