/** Real parts for any module's tests: broker, schema registry, PostgreSQL, DNS, mailboxes and a token issuer, started once for each test JVM. */
@NullMarked
package org.postroom.testkit;

import org.jspecify.annotations.NullMarked;
