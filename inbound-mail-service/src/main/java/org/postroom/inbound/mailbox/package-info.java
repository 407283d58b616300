/** Mailboxes at other providers that mail is fetched from. */
@NullMarked
package org.postroom.inbound.mailbox;

import org.jspecify.annotations.NullMarked;
