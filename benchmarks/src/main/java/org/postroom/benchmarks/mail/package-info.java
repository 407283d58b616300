/** How long it takes to read a mail. */
@NullMarked
package org.postroom.benchmarks.mail;

import org.jspecify.annotations.NullMarked;
