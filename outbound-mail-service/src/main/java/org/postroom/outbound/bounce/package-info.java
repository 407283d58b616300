/** Replies that come back after a server had taken them: which one a delivery report speaks of, and whether it is new. */
@NullMarked
package org.postroom.outbound.bounce;

import org.jspecify.annotations.NullMarked;
