/** What a service answered when the console passed a user's request on. */
@NullMarked
package org.postroom.console.gateway;

import org.jspecify.annotations.NullMarked;
