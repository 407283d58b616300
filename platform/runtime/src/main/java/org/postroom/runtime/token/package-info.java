/** Access tokens for servers of others. */
@NullMarked
package org.postroom.runtime.token;

import org.jspecify.annotations.NullMarked;
