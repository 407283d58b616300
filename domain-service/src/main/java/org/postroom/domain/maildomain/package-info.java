/** The mail domains of an organisation. */
@NullMarked
package org.postroom.domain.maildomain;

import org.jspecify.annotations.NullMarked;
