/** Who may receive: the addresses of the domains that are verified for receiving. */
@NullMarked
package org.postroom.inbound.directory;

import org.jspecify.annotations.NullMarked;
