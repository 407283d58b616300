/** An organisation's mail domains: what must be published, what was found, how mail comes and goes. */
@NullMarked
package org.postroom.console.administration.maildomain;

import org.jspecify.annotations.NullMarked;
