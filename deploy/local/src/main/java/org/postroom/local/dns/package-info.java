/** A playground of mail domains: an authoritative DNS server whose records anyone may publish. */
@NullMarked
package org.postroom.local.dns;

import org.jspecify.annotations.NullMarked;
