/** What the log learns of mailboxes, and they of it. */
@NullMarked
package org.postroom.inbound.mailbox.kafka;

import org.jspecify.annotations.NullMarked;
