/** The operator's pages of organisations. */
@NullMarked
package org.postroom.console.administration.organisation.http;

import org.jspecify.annotations.NullMarked;
