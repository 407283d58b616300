/** News of organisations from the log. */
@NullMarked
package org.postroom.outbound.organisation.kafka;

import org.jspecify.annotations.NullMarked;
