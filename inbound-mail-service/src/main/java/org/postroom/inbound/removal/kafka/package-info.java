/** Removes what is kept of an organisation once it is gone. */
@NullMarked
package org.postroom.inbound.removal.kafka;

import org.jspecify.annotations.NullMarked;
