/** What an administrator sets up: domains, addresses, queues, skills, agents, signatures. */
@NullMarked
package org.postroom.console.administration;

import org.jspecify.annotations.NullMarked;
