/** A small schema registry: which schemas each subject has had, and whether a new one may follow. */
@NullMarked
package org.postroom.local.registry;

import org.jspecify.annotations.NullMarked;
