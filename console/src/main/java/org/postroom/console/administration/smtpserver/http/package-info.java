/** The pages of the organisation's own SMTP servers. */
@NullMarked
package org.postroom.console.administration.smtpserver.http;

import org.jspecify.annotations.NullMarked;
