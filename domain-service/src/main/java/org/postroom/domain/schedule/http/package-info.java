/** Schedules over HTTP. */
@NullMarked
package org.postroom.domain.schedule.http;

import org.jspecify.annotations.NullMarked;
