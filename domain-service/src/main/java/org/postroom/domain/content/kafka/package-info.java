/** Contents as events. */
@NullMarked
package org.postroom.domain.content.kafka;

import org.jspecify.annotations.NullMarked;
