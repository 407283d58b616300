/** Acting on a running stack as its users do: by HTTP, SMTP and Kafka only. */
@NullMarked
package org.postroom.local.client;

import org.jspecify.annotations.NullMarked;
