/** When the organisation is open. */
@NullMarked
package org.postroom.domain.schedule;

import org.jspecify.annotations.NullMarked;
