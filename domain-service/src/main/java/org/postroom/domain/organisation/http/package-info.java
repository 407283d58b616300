/** Organisations over REST. */
@NullMarked
package org.postroom.domain.organisation.http;

import org.jspecify.annotations.NullMarked;
