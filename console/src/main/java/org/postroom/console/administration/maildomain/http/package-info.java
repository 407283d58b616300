/** The pages of mail domains. */
@NullMarked
package org.postroom.console.administration.maildomain.http;

import org.jspecify.annotations.NullMarked;
