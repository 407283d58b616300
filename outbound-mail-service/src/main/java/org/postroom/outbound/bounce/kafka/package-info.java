/** Reads delivery reports, and tells which replies came back. */
@NullMarked
package org.postroom.outbound.bounce.kafka;

import org.jspecify.annotations.NullMarked;
