/** Mail domains in PostgreSQL. */
@NullMarked
package org.postroom.verification.maildomain.jdbc;

import org.jspecify.annotations.NullMarked;
