/** Open interactions in PostgreSQL. */
@NullMarked
package org.postroom.domain.interaction.jdbc;

import org.jspecify.annotations.NullMarked;
