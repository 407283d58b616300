/** From a requested reply to the mail that will be sent: a pure decision. */
@NullMarked
package org.postroom.outbound.compose;

import org.jspecify.annotations.NullMarked;
