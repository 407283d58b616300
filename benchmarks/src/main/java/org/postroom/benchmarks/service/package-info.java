/** Load on the running routing-service: its jar as a process of its own, its real topology, a real broker beside it. */
@NullMarked
package org.postroom.benchmarks.service;

import org.jspecify.annotations.NullMarked;
