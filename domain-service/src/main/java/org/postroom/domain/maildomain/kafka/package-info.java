/** Mail domains as events. */
@NullMarked
package org.postroom.domain.maildomain.kafka;

import org.jspecify.annotations.NullMarked;
