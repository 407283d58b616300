/** Everything that an administrator configures, with its references checked. */
@NullMarked
package org.postroom.domain;

import org.jspecify.annotations.NullMarked;
