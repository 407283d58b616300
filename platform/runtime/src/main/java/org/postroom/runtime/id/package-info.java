/** Identifiers, taken from outside so that decisions can be repeated. */
@NullMarked
package org.postroom.runtime.id;

import org.jspecify.annotations.NullMarked;
