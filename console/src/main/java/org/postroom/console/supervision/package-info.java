/** Queues and agents as they are now. */
@NullMarked
package org.postroom.console.supervision;

import org.jspecify.annotations.NullMarked;
