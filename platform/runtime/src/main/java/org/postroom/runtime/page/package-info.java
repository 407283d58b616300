/** Lists, a part at a time. */
@NullMarked
package org.postroom.runtime.page;

import org.jspecify.annotations.NullMarked;
