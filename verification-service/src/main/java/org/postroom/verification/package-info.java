/** The DNS records each domain must publish, and the checks. */
@NullMarked
package org.postroom.verification;

import org.jspecify.annotations.NullMarked;
