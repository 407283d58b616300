/** What the entries of an organisation's directory share: versions, unique names, references and their events. */
@NullMarked
package org.postroom.domain.directory;

import org.jspecify.annotations.NullMarked;
