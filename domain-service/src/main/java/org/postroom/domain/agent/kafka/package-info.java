/** Agents as events. */
@NullMarked
package org.postroom.domain.agent.kafka;

import org.jspecify.annotations.NullMarked;
