/** The SMTP reception of mail: who may receive, raw message stored, parsed facts published. */
@NullMarked
package org.postroom.inbound;

import org.jspecify.annotations.NullMarked;
