package org.postroom.routing.acd;

import org.postroom.routing.directory.Requirement;

/** What an agent must be and have. */
enum ConfigurationRule implements HardRule.OfConfiguration {
    /** The agent serves the queue. */
    MEMBER_OF_QUEUE {
        @Override
        public boolean allows(Seat seat, Requirement requirement) {
            return seat.queues().contains(requirement.queueId());
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected a member of queue " + item.requirement().queueId().value() + ", but the agent is none";
        }
    },
    /** The agent has every skill at the level wanted. */
    HAS_SKILLS {
        @Override
        public boolean allows(Seat seat, Requirement requirement) {
            for (var wanted : requirement.skills()) {
                if (!seat.profile().has(wanted)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            var missing = item.requirement().skills().stream()
                    .filter(wanted -> !seat.profile().has(wanted))
                    .map(wanted -> wanted.skillId().value() + " at " + wanted.proficiency())
                    .toList();
            return "expected the skills " + missing + " or better, but the agent has not";
        }
    },
    /** The agent speaks the language. */
    SPEAKS_LANGUAGE {
        @Override
        public boolean allows(Seat seat, Requirement requirement) {
            var language = requirement.language();
            return language == null || seat.profile().speaks(language);
        }

        @Override
        public String reason(Seat seat, WaitingItem item) {
            return "expected a speaker of " + item.requirement().language() + ", but the agent speaks "
                    + seat.profile().languages();
        }
    }
}
