package org.postroom.runtime.token;

/** Asks for access tokens. */
@FunctionalInterface
public interface TokenSource {

    /** Asks for a token with the client's own credentials (RFC 6749, section 4.4). */
    Result token(OAuth2 client, String clientSecret);

    /** What came of it. */
    sealed interface Result {

        /**
         * A token.
         *
         * @param value the token; never logged
         */
        record Token(String value) implements Result {

            @Override
            public String toString() {
                return "Token[withheld]";
            }
        }

        /**
         * None.
         *
         * @param reason what the endpoint said, or why it could not be asked
         * @param refused whether the endpoint refuses the client (RFC 6749, section 5.2), so that it has to be set up anew
         */
        record None(String reason, boolean refused) implements Result {}
    }
}
