/** Serves the timeline as a page and as JSON. */
@NullMarked
package org.postroom.console.timeline.http;

import org.jspecify.annotations.NullMarked;
