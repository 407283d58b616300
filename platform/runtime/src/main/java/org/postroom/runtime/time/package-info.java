/** The clock, taken from outside so that decisions can be repeated. */
@NullMarked
package org.postroom.runtime.time;

import org.jspecify.annotations.NullMarked;
