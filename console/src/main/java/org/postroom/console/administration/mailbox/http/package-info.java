/** The pages of the organisation's own SMTP servers. */
@NullMarked
package org.postroom.console.administration.mailbox.http;

import org.jspecify.annotations.NullMarked;
