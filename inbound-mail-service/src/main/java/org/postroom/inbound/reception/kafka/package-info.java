/** Puts accepted mail on the log. */
@NullMarked
package org.postroom.inbound.reception.kafka;

import org.jspecify.annotations.NullMarked;
