/** The organisation's own servers that replies may leave through. */
@NullMarked
package org.postroom.console.administration.mailbox;

import org.jspecify.annotations.NullMarked;
