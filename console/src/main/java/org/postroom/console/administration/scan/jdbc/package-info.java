/** The newest mail's search, from the read models. */
@NullMarked
package org.postroom.console.administration.scan.jdbc;

import org.jspecify.annotations.NullMarked;
