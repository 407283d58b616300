/** A playground of customers' mail: it takes mail for anybody, shows it, fails on demand, and sends mail. */
@NullMarked
package org.postroom.local.mailbox;

import org.jspecify.annotations.NullMarked;
