/** The one-machine stack: small real servers, and the launcher that starts them with the services. */
@NullMarked
package org.postroom.local;

import org.jspecify.annotations.NullMarked;
