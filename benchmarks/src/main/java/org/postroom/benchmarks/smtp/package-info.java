/** How fast a running stack takes mail, and how soon it is offered. */
@NullMarked
package org.postroom.benchmarks.smtp;

import org.jspecify.annotations.NullMarked;
