/** Canned responses as events. */
@NullMarked
package org.postroom.domain.cannedresponse.kafka;

import org.jspecify.annotations.NullMarked;
