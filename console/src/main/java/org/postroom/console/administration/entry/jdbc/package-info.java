/** Names for lists to choose from, as the log tells them. */
@NullMarked
package org.postroom.console.administration.entry.jdbc;

import org.jspecify.annotations.NullMarked;
