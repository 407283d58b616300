/** Keeps conversations in PostgreSQL. */
@NullMarked
package org.postroom.outbound.conversation.jdbc;

import org.jspecify.annotations.NullMarked;
