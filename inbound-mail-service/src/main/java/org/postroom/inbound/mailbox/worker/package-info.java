/** The work that fetches. */
@NullMarked
package org.postroom.inbound.mailbox.worker;

import org.jspecify.annotations.NullMarked;
