/** Work that a service repeats on a thread of its own, from its start to its end. */
@NullMarked
package org.postroom.runtime.work;

import org.jspecify.annotations.NullMarked;
