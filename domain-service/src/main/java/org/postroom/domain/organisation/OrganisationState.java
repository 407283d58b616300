package org.postroom.domain.organisation;

import java.time.Instant;

/** Whether an organisation may be used. It begins as active; only a suspended one can be removed. */
public sealed interface OrganisationState {

    /** In use. */
    record Active() implements OrganisationState {}

    /**
     * Not to be used: its mail is deferred, its replies are held, its users are turned away.
     *
     * @param reason why, in words for its users
     * @param by the operator who decided it
     * @param since when
     */
    record Suspended(SuspensionReason reason, String by, Instant since) implements OrganisationState {

        /** Lets it be used again. */
        public Active resume() {
            return new Active();
        }
    }

    /**
     * Why an organisation is suspended, in words that its users are shown: 1 to 500 characters.
     *
     * @param value the reason
     */
    record SuspensionReason(String value) {

        private static final int LONGEST = 500;

        /** Strips the reason and checks its length. */
        public SuspensionReason {
            value = value.strip();
            if (value.isEmpty() || value.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "expected a reason of 1 to " + LONGEST + " characters, but got " + value.length());
            }
        }
    }
}
