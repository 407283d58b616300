/** What stands below an answer. */
@NullMarked
package org.postroom.domain.signature;

import org.jspecify.annotations.NullMarked;
