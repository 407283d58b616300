/** Queues over REST. */
@NullMarked
package org.postroom.domain.queue.http;

import org.jspecify.annotations.NullMarked;
