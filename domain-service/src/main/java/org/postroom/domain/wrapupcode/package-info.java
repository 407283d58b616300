/** How interactions can end, in the organisation's own words. */
@NullMarked
package org.postroom.domain.wrapupcode;

import org.jspecify.annotations.NullMarked;
