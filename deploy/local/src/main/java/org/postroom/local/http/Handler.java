package org.postroom.local.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers one request. An {@link IllegalArgumentException} becomes 400 with its message, anything else 500.
     *
     * @throws Exception when the answer cannot be given
     */
    Answer answer(Call call) throws Exception;
}
