/** Reads the journal and the log of a broker for a replay. */
@NullMarked
package org.postroom.routing.replay.kafka;

import org.jspecify.annotations.NullMarked;
