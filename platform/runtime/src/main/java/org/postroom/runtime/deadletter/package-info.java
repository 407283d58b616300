/**
 * Records that a listener could not process: which failures wait, which records are set aside, what must stay behind them,
 * and how they are given back.
 */
@NullMarked
package org.postroom.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
