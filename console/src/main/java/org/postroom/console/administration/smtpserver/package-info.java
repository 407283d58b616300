/** The organisation's own servers that replies may leave through. */
@NullMarked
package org.postroom.console.administration.smtpserver;

import org.jspecify.annotations.NullMarked;
