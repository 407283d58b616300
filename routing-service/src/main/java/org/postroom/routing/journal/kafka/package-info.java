/** The journal as a Kafka topic: merging everything that can change routing into it, and deciding upon it. */
@NullMarked
package org.postroom.routing.journal.kafka;

import org.jspecify.annotations.NullMarked;
