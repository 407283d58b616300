/** Roles as events. */
@NullMarked
package org.postroom.domain.role.kafka;

import org.jspecify.annotations.NullMarked;
