/** Streams signals to browsers as server-sent events. */
@NullMarked
package org.postroom.console.live.http;

import org.jspecify.annotations.NullMarked;
