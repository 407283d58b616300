/** Reads the log of any installation for its story and its account, and writes nothing. */
@NullMarked
package org.postroom.routing.history.kafka;

import org.jspecify.annotations.NullMarked;
