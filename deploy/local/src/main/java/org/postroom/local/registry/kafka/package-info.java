/** The compacted topic that a schema registry keeps its subjects in. */
@NullMarked
package org.postroom.local.registry.kafka;

import org.jspecify.annotations.NullMarked;
