/** Where work waits for the agents who are its members. */
@NullMarked
package org.postroom.domain.queue;

import org.jspecify.annotations.NullMarked;
