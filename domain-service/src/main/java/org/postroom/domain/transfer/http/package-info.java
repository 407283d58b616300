/** The configuration document over HTTP. */
@NullMarked
package org.postroom.domain.transfer.http;

import org.jspecify.annotations.NullMarked;
