/** Reads every event topic and says which rows each event changes. */
@NullMarked
package org.postroom.console.projection.kafka;

import org.jspecify.annotations.NullMarked;
