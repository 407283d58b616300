/** The addresses of the organisations' servers. */
@NullMarked
package org.postroom.outbound.smtpserver.dns;

import org.jspecify.annotations.NullMarked;
