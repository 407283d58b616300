/** Tells open pages that something they show has changed. */
@NullMarked
package org.postroom.console.live;

import org.jspecify.annotations.NullMarked;
