/** Help for whoever publishes the records: a zone file, words for a colleague, the ways of DNS hosts. */
@NullMarked
package org.postroom.verification.publishing;

import org.jspecify.annotations.NullMarked;
