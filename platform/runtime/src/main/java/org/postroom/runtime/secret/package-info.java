/** Secrets at rest, sealed with keys that the installation is given. */
@NullMarked
package org.postroom.runtime.secret;

import org.jspecify.annotations.NullMarked;
