/** Libraries as events. */
@NullMarked
package org.postroom.domain.library.kafka;

import org.jspecify.annotations.NullMarked;
