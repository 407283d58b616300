package org.postroom.local.chaos;

import java.time.Duration;

/**
 * How long a part took to be ready again after a trouble was over.
 *
 * @param trouble what had happened
 * @param took the time
 * @param isReady whether it became ready at all
 */
record Recovery(Trouble trouble, Duration took, boolean isReady) {}
