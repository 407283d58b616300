/** The organisations' servers over HTTP. */
@NullMarked
package org.postroom.outbound.smtpserver.http;

import org.jspecify.annotations.NullMarked;
