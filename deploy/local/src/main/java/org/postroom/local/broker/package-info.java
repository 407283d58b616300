/** A real Kafka broker on one machine. */
@NullMarked
package org.postroom.local.broker;

import org.jspecify.annotations.NullMarked;
