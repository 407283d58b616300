/** What an administrator configured that a reply depends on: sender addresses, signatures, agents. */
@NullMarked
package org.postroom.outbound.directory;

import org.jspecify.annotations.NullMarked;
