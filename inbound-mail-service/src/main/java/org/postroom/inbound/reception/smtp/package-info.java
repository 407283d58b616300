/** The SMTP server: netty moves the bytes, one virtual thread holds each session. */
@NullMarked
package org.postroom.inbound.reception.smtp;

import org.jspecify.annotations.NullMarked;
