/** The search of received mail for spam and viruses: what is asked, what an engine answers, and the verdict that is built in. */
@NullMarked
package org.postroom.inbound.scan;

import org.jspecify.annotations.NullMarked;
