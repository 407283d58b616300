/** The audit trail over HTTP. */
@NullMarked
package org.postroom.domain.audit.http;

import org.jspecify.annotations.NullMarked;
