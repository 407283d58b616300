/** Questions about all addresses of a domain, in PostgreSQL. */
@NullMarked
package org.postroom.domain.address.jdbc;

import org.jspecify.annotations.NullMarked;
