/** Runs the attempts that are due. */
@NullMarked
package org.postroom.outbound.delivery.worker;

import org.jspecify.annotations.NullMarked;
