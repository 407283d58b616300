/** The rules for mail as events. */
@NullMarked
package org.postroom.domain.mailrules.kafka;

import org.jspecify.annotations.NullMarked;
