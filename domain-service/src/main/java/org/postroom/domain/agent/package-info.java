/** The people who answer. */
@NullMarked
package org.postroom.domain.agent;

import org.jspecify.annotations.NullMarked;
