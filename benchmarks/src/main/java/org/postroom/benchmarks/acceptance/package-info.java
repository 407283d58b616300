/** How many mails the reception accepts, beside Postfix on the same machine. */
@NullMarked
package org.postroom.benchmarks.acceptance;

import org.jspecify.annotations.NullMarked;
