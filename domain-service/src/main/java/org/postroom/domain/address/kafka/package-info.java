/** Addresses as events. */
@NullMarked
package org.postroom.domain.address.kafka;

import org.jspecify.annotations.NullMarked;
