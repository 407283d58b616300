/** Flows as events. */
@NullMarked
package org.postroom.domain.flow.kafka;

import org.jspecify.annotations.NullMarked;
