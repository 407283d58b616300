/** The whole configuration of an organisation as one document, out and in. */
@NullMarked
package org.postroom.domain.transfer;

import org.jspecify.annotations.NullMarked;
