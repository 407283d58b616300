/** The stage that sends: composed replies in, outcomes out. */
@NullMarked
package org.postroom.outbound.delivery.kafka;

import org.jspecify.annotations.NullMarked;
