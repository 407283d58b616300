/** What an organisation has from its first day. */
@NullMarked
package org.postroom.domain.founding;

import org.jspecify.annotations.NullMarked;
