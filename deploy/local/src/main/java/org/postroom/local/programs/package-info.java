/** Programs that the one-machine stack brings along, unpacked once and checked before each use. */
@NullMarked
package org.postroom.local.programs;

import org.jspecify.annotations.NullMarked;
