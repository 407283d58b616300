/** Talks SMTP to recipients' servers. */
@NullMarked
package org.postroom.outbound.delivery.smtp;

import org.jspecify.annotations.NullMarked;
