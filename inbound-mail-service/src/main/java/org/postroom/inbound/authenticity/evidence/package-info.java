/** What the checks of authenticity have in common: their results, and what DNS answers. */
@NullMarked
package org.postroom.inbound.authenticity.evidence;

import org.jspecify.annotations.NullMarked;
