/** What reports say: of mails of ours that did not arrive, and of complaints about them. Read from hostile input. */
@NullMarked
package org.postroom.inbound.report;

import org.jspecify.annotations.NullMarked;
