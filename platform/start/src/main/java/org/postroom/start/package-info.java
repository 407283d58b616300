/** What every program looks at before it opens a port. */
@NullMarked
package org.postroom.start;

import org.jspecify.annotations.NullMarked;
