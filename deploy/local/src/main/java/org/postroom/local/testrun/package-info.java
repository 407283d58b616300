/** What a run of the tests came to, told to people: the end of {@code ./postroom test}. Needs nothing but the JDK. */
@NullMarked
package org.postroom.local.testrun;

import org.jspecify.annotations.NullMarked;
