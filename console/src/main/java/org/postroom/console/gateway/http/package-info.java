/** Calls the services' REST APIs with the user's own token. */
@NullMarked
package org.postroom.console.gateway.http;

import org.jspecify.annotations.NullMarked;
