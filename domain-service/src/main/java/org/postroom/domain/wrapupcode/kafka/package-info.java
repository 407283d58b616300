/** Wrap-up codes as events. */
@NullMarked
package org.postroom.domain.wrapupcode.kafka;

import org.jspecify.annotations.NullMarked;
