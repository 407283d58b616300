/** The page of the audit trail. */
@NullMarked
package org.postroom.console.administration.audit.http;

import org.jspecify.annotations.NullMarked;
