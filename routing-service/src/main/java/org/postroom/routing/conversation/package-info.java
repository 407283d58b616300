/** Which conversation a mail belongs to, and the proof. */
@NullMarked
package org.postroom.routing.conversation;

import org.jspecify.annotations.NullMarked;
