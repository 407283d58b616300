/** Events about mail domains, in and out. */
@NullMarked
package org.postroom.verification.maildomain.kafka;

import org.jspecify.annotations.NullMarked;
