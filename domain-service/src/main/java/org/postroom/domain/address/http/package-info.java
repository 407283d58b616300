/** Addresses over REST. */
@NullMarked
package org.postroom.domain.address.http;

import org.jspecify.annotations.NullMarked;
