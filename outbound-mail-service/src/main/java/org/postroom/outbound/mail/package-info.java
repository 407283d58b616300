/** The trade's words that every part of this service uses: addresses, mailboxes, message identifiers, raw mails. */
@NullMarked
package org.postroom.outbound.mail;

import org.jspecify.annotations.NullMarked;
