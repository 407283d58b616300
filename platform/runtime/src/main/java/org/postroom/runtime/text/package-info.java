/** Text that comes from outside. */
@NullMarked
package org.postroom.runtime.text;

import org.jspecify.annotations.NullMarked;
