package org.postroom.inbound.reception;

/**
 * One answer of the SMTP server.
 *
 * @param code the reply code (RFC 5321, section 4.2)
 * @param enhancedCode the enhanced status code (RFC 3463), for instance 5.1.1; empty where none is allowed (RFC 2034, section 4)
 * @param text one line for people, in ASCII
 */
public record Reply(int code, String enhancedCode, String text) {

    /** What follows the code on the wire: the enhanced code, where there is one, and the text. */
    public String line() {
        return enhancedCode.isEmpty() ? text : enhancedCode + " " + text;
    }

    /** True for a 4xx: the client will try again. */
    public boolean isTemporary() {
        return code >= 400 && code < 500;
    }
}
