/** What services could not process, for the installation's operator: looked at, given back or given up. */
@NullMarked
package org.postroom.local.deadletters;

import org.jspecify.annotations.NullMarked;
