/** Finds the content of messages through the read models. */
@NullMarked
package org.postroom.console.message.jdbc;

import org.jspecify.annotations.NullMarked;
