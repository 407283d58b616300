/** Queues as events. */
@NullMarked
package org.postroom.domain.queue.kafka;

import org.jspecify.annotations.NullMarked;
