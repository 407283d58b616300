/** The thread that asks waiting replies again. */
@NullMarked
package org.postroom.outbound.waiting.worker;

import org.jspecify.annotations.NullMarked;
