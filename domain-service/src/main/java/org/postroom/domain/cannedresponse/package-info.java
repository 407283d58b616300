/** Answers that agents need not write anew. */
@NullMarked
package org.postroom.domain.cannedresponse;

import org.jspecify.annotations.NullMarked;
