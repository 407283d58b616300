/** Keeps requested replies in PostgreSQL. */
@NullMarked
package org.postroom.outbound.reply.jdbc;

import org.jspecify.annotations.NullMarked;
