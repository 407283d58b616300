/** What the REST endpoints of all kinds of entries share. */
@NullMarked
package org.postroom.domain.directory.http;

import org.jspecify.annotations.NullMarked;
