/** Mailboxes in the database. */
@NullMarked
package org.postroom.inbound.mailbox.jdbc;

import org.jspecify.annotations.NullMarked;
