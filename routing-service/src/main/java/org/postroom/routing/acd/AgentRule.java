package org.postroom.routing.acd;

import org.postroom.routing.presence.AgentStatus;

/** Whether an agent can take anything now. */
enum AgentRule implements HardRule.OfAgent {
    /** The agent takes work. */
    ON_QUEUE {
        @Override
        public boolean allows(Seat seat) {
            return seat.presence().isOnQueue();
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected status " + AgentStatus.ON_QUEUE + ", but it is "
                    + seat.presence().status();
        }
    },
    /** The agent has room for one more. */
    HAS_CAPACITY {
        @Override
        public boolean allows(Seat seat) {
            return seat.load() < seat.profile().emailCapacity();
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected fewer than " + seat.profile().emailCapacity() + " interactions at once, but the agent has "
                    + seat.load();
        }
    }
}
