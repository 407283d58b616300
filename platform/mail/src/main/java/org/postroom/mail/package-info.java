/** The trade's words, one meaning in every service: names of domains, addresses, mailboxes, identifiers of messages. */
@NullMarked
package org.postroom.mail;

import org.jspecify.annotations.NullMarked;
