/** The API that mailboxes are set up by. */
@NullMarked
package org.postroom.inbound.mailbox.http;

import org.jspecify.annotations.NullMarked;
