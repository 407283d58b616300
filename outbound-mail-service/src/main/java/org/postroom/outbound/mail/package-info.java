/** What this service says of mails beside the trade's words of {@code org.postroom.mail}: recipients, raw mails. */
@NullMarked
package org.postroom.outbound.mail;

import org.jspecify.annotations.NullMarked;
