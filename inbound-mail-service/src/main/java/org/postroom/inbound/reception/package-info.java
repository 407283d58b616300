/** The decision on each transaction: which recipients, which refusal, and when a mail is ours. */
@NullMarked
package org.postroom.inbound.reception;

import org.jspecify.annotations.NullMarked;
