/** The organisations' servers in PostgreSQL, their secrets sealed. */
@NullMarked
package org.postroom.outbound.smtpserver.jdbc;

import org.jspecify.annotations.NullMarked;
