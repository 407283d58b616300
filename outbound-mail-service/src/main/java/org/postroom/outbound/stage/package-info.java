/** The two stages of this service, which may run together or apart. */
@NullMarked
package org.postroom.outbound.stage;

import org.jspecify.annotations.NullMarked;
