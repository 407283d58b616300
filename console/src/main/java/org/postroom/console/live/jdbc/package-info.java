/** Carries signals between the console's replicas through PostgreSQL. */
@NullMarked
package org.postroom.console.live.jdbc;

import org.jspecify.annotations.NullMarked;
