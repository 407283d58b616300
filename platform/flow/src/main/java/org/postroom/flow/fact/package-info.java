/** What a flow may look at in a mail. */
@NullMarked
package org.postroom.flow.fact;

import org.jspecify.annotations.NullMarked;
