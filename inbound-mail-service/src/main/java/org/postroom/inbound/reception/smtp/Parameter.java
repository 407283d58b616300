package org.postroom.inbound.reception.smtp;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/**
 * A parameter of MAIL or RCPT that we know.
 *
 * @param values what its value may be, whatever its case
 * @param fault the answer where it is anything else
 */
record Parameter(Pattern values, Reply fault) {

    /** Text in which some characters are written as + and two digits (RFC 3461, section 4). */
    static final String XTEXT = "(?:[!-*,-<>-~]|\\+[0-9A-F]{2})+";

    /** The same with letters of every script, as ORCPT has them where SMTPUTF8 is used (RFC 6533, section 3). */
    static final String XTEXT_UTF8 = "(?:[!-*,-<>-~\\x{A0}-\\x{10FFFF}]|\\+[0-9A-F]{2})+";

    Parameter(String values, Reply fault) {
        this(Pattern.compile(values, Pattern.CASE_INSENSITIVE), fault);
    }

    /** What is wrong with the parameters of a command; empty where nothing is. */
    static Optional<Reply> fault(PathArgument argument, Map<String, Parameter> known) {
        if (argument.hasRepeated()) {
            return Optional.of(Replies.REPEATED_PARAMETER);
        }
        for (Map.Entry<String, String> given : argument.parameters().entrySet()) {
            @Nullable Parameter parameter = known.get(given.getKey());
            if (parameter == null) {
                return Optional.of(Replies.UNKNOWN_PARAMETER);
            }
            if (!parameter.values().matcher(given.getValue()).matches()) {
                return Optional.of(parameter.fault());
            }
        }
        return Optional.empty();
    }
}
