/** Mailboxes as IMAP has them. */
@NullMarked
package org.postroom.inbound.mailbox.imap;

import org.jspecify.annotations.NullMarked;
