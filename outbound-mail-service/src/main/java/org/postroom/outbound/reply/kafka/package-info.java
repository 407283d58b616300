/** Announces requested replies and follows their life. */
@NullMarked
package org.postroom.outbound.reply.kafka;

import org.jspecify.annotations.NullMarked;
