/** What the organisation's administrator configured, as routing needs it: addresses, queues, agents. */
@NullMarked
package org.postroom.routing.directory;

import org.jspecify.annotations.NullMarked;
