/** Canned responses over HTTP. */
@NullMarked
package org.postroom.domain.cannedresponse.http;

import org.jspecify.annotations.NullMarked;
