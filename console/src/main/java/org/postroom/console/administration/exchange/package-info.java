/** The whole configuration as one document. */
@NullMarked
package org.postroom.console.administration.exchange;

import org.jspecify.annotations.NullMarked;
