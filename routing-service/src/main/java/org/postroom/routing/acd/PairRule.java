package org.postroom.routing.acd;

/** What stands between one agent and one interaction. */
enum PairRule implements HardRule.OfPair {
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
    }
}
