/** The organisations' own SMTP servers: what may be configured, who may be connected to, and what went wrong. */
@NullMarked
package org.postroom.outbound.smtpserver;

import org.jspecify.annotations.NullMarked;
