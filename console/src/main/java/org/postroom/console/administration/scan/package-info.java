/** Which engines look for spam and viruses in the mail of an organisation. */
@NullMarked
package org.postroom.console.administration.scan;

import org.jspecify.annotations.NullMarked;
