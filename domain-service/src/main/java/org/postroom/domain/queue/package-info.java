/** Where work waits for the agents who are its members, and how it can end. */
@NullMarked
package org.postroom.domain.queue;

import org.jspecify.annotations.NullMarked;
