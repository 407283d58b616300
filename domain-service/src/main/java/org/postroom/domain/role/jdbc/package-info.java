/** Who has which permissions, from PostgreSQL. */
@NullMarked
package org.postroom.domain.role.jdbc;

import org.jspecify.annotations.NullMarked;
