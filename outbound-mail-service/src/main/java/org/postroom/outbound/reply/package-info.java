/** The request for a reply: who may make it, what it must contain, what became of it. */
@NullMarked
package org.postroom.outbound.reply;

import org.jspecify.annotations.NullMarked;
