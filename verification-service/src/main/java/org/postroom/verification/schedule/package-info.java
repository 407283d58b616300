/** When a domain is checked next. */
@NullMarked
package org.postroom.verification.schedule;

import org.jspecify.annotations.NullMarked;
