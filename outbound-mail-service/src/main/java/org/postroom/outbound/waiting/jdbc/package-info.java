/** The waiting room in PostgreSQL. */
@NullMarked
package org.postroom.outbound.waiting.jdbc;

import org.jspecify.annotations.NullMarked;
