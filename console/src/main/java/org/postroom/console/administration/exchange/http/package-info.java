/** The page to export and import the configuration. */
@NullMarked
package org.postroom.console.administration.exchange.http;

import org.jspecify.annotations.NullMarked;
