/** What the log tells: the story of one interaction or mail, and the account of all. */
@NullMarked
package org.postroom.routing.history;

import org.jspecify.annotations.NullMarked;
