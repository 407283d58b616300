/** Access tokens for the organisations' servers. */
@NullMarked
package org.postroom.outbound.smtpserver.oauth;

import org.jspecify.annotations.NullMarked;
