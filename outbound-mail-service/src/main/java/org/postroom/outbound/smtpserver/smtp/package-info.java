/** The SMTP dialogue with an organisation's own server. */
@NullMarked
package org.postroom.outbound.smtpserver.smtp;

import org.jspecify.annotations.NullMarked;
