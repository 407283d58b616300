package org.postroom.routing.acd;

import org.postroom.routing.presence.AgentStatus;

/** The rules whose answer changes with every offer. */
enum Availability implements HardRule {
    /** The agent takes work. */
    ON_QUEUE {
        @Override
        public boolean allows(Seat seat, WaitingItem item) {
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
        public boolean allows(Seat seat, WaitingItem item) {
            return hasRoom(seat);
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected fewer than " + seat.profile().emailCapacity() + " interactions at once, but the agent has "
                    + seat.load();
        }
    },
    /** The agent did not decline it since coming on queue. */
    HAS_NOT_DECLINED {
        @Override
        public boolean allows(Seat seat, WaitingItem item) {
            if (item.declinedAt().isEmpty()) {
                return true;
            }
            var declined = item.declinedAt().get(seat.agentId());
            return declined == null || declined.isBefore(seat.presence().statusSince());
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected an agent who did not decline it, but the agent did at "
                    + item.declinedAt().get(seat.agentId());
        }
    };

    /** True where the agent could take some interaction now. */
    static boolean isAvailable(Seat seat) {
        return seat.presence().isOnQueue() && hasRoom(seat);
    }

    private static boolean hasRoom(Seat seat) {
        return seat.load() < seat.profile().emailCapacity();
    }
}
