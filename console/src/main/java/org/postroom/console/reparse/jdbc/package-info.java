/** Finds the mails by the timeline, and keeps how far the reading has come in PostgreSQL. */
@NullMarked
package org.postroom.console.reparse.jdbc;

import org.jspecify.annotations.NullMarked;
