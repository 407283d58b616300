/** The story of an interaction, event by event, with each event's place in the log. */
@NullMarked
package org.postroom.console.timeline;

import org.jspecify.annotations.NullMarked;
