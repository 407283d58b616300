/** What one request, one user, one organisation and one address may take of a service. */
@NullMarked
package org.postroom.runtime.limits;

import org.jspecify.annotations.NullMarked;
