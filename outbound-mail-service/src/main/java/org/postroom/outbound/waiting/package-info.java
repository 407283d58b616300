/** The waiting room: replies that cannot go on yet, and what they wait for. */
@NullMarked
package org.postroom.outbound.waiting;

import org.jspecify.annotations.NullMarked;
