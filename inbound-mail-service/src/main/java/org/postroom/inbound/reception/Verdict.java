package org.postroom.inbound.reception;

/** What a check says. */
public sealed interface Verdict {

    /** Nothing speaks against going on. */
    Verdict PASSED = new Passed();

    /** Nothing speaks against going on. */
    record Passed() implements Verdict {}

    /** The client is refused, for now or for good, and told why. */
    record Refused(Refusal refusal) implements Verdict {}

    /**
     * It goes on, and whoever works on the mail reads this beside it.
     *
     * @param sentence one sentence for people, without anything that the client wrote
     */
    record Marked(String sentence) implements Verdict {}

    /**
     * It goes on, and this goes with it.
     *
     * @param finding what was found out
     */
    record Found(Finding finding) implements Verdict {}

    /**
     * It could not be found out, which is no refusal: a slow name server must not cost a mail.
     *
     * @param why for operators
     */
    record NotKnown(String why) implements Verdict {}
}
