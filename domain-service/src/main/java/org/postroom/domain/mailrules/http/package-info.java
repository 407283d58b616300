/** The rules for mail over HTTP. */
@NullMarked
package org.postroom.domain.mailrules.http;

import org.jspecify.annotations.NullMarked;
