/** What a raw message says about itself, read from hostile input. */
@NullMarked
package org.postroom.inbound.message;

import org.jspecify.annotations.NullMarked;
