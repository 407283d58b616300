/** The stage that composes: requested replies in, composed replies out. */
@NullMarked
package org.postroom.outbound.compose.kafka;

import org.jspecify.annotations.NullMarked;
