/** Keeps the address directory up to date from the log. */
@NullMarked
package org.postroom.inbound.directory.kafka;

import org.jspecify.annotations.NullMarked;
