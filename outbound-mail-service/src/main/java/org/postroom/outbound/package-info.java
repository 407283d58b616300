/** Composing and sending replies: the service's start and what its stages are made of. */
@NullMarked
package org.postroom.outbound;

import org.jspecify.annotations.NullMarked;
