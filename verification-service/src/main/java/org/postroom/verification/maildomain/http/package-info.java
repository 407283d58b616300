/** Verification over REST. */
@NullMarked
package org.postroom.verification.maildomain.http;

import org.jspecify.annotations.NullMarked;
