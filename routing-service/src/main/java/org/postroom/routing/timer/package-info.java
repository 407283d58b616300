/** What happens by itself once its time has come. */
@NullMarked
package org.postroom.routing.timer;

import org.jspecify.annotations.NullMarked;
