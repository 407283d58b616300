/** Open interactions as routing's events tell of them. */
@NullMarked
package org.postroom.domain.interaction.kafka;

import org.jspecify.annotations.NullMarked;
