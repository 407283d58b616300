/** Signatures as events. */
@NullMarked
package org.postroom.domain.signature.kafka;

import org.jspecify.annotations.NullMarked;
