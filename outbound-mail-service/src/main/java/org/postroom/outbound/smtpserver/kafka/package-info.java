/** The organisations' servers on the log, without their secrets. */
@NullMarked
package org.postroom.outbound.smtpserver.kafka;

import org.jspecify.annotations.NullMarked;
