/** Skills as events. */
@NullMarked
package org.postroom.domain.skill.kafka;

import org.jspecify.annotations.NullMarked;
