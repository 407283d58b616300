/** Signatures over REST. */
@NullMarked
package org.postroom.domain.signature.http;

import org.jspecify.annotations.NullMarked;
