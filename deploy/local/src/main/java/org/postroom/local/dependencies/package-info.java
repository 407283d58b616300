/** What Postroom is made of, and what is known against it. */
@NullMarked
package org.postroom.local.dependencies;

import org.jspecify.annotations.NullMarked;
