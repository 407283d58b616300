/** What other services have told about domains, in PostgreSQL. */
@NullMarked
package org.postroom.domain.maildomain.jdbc;

import org.jspecify.annotations.NullMarked;
