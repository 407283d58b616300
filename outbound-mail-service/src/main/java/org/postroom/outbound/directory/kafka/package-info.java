/** Follows the configuration topic. */
@NullMarked
package org.postroom.outbound.directory.kafka;

import org.jspecify.annotations.NullMarked;
