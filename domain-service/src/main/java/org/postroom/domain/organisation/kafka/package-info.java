/** Organisations as events. */
@NullMarked
package org.postroom.domain.organisation.kafka;

import org.jspecify.annotations.NullMarked;
