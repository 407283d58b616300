/** Schedules as events. */
@NullMarked
package org.postroom.domain.schedule.kafka;

import org.jspecify.annotations.NullMarked;
