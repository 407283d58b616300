package org.postroom.inbound.authenticity.spf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Puts the facts of a transaction in the places of macros (RFC 7208, section 7). */
final class Expansion {

    private static final int LONGEST_NAME = 253;

    /** So much of a name is looked at, from its end: more than any name has, so that what is too long is seen to be. */
    private static final int MOST_OF_NAME = 1_024;

    private static final String UNRESERVED = "-._~";
    private static final String UNKNOWN = "unknown";

    private final SpfQuestion question;
    private final Lookups lookups;

    Expansion(SpfQuestion question, Lookups lookups) {
        this.question = question;
        this.lookups = lookups;
    }

    /**
     * The name that a domain-spec stands for, without a trailing dot; what is beyond 253 characters is cut off from the
     * left, label by label.
     *
     * @param domain the domain whose record it is in
     */
    String name(MacroString spec, String domain) {
        String name = end(spec, domain);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        int dot = name.indexOf('.', Math.max(0, name.length() - LONGEST_NAME - 1));
        return name.length() <= LONGEST_NAME || dot < 0 ? name : name.substring(dot + 1);
    }

    /**
     * What a domain-spec ends in. A record may have thousands of macros, and each may stand for a long sender: from the end
     * backwards no more of them are expanded than matter.
     */
    private String end(MacroString spec, String domain) {
        Deque<String> texts = new ArrayDeque<>();
        int length = 0;
        for (MacroString.Part part : spec.parts().reversed()) {
            if (length > MOST_OF_NAME) {
                break;
            }
            String text = text(part, domain);
            texts.push(text);
            length += text.length();
        }
        return String.join("", texts);
    }

    /**
     * The text that a macro-string stands for.
     *
     * @param most how many characters of it are wanted
     */
    String text(MacroString macros, String domain, int most) {
        var text = new StringBuilder();
        for (MacroString.Part part : macros.parts()) {
            if (text.length() >= most) {
                break;
            }
            text.append(text(part, domain));
        }
        text.setLength(Math.min(text.length(), most));
        return text.toString();
    }

    private String text(MacroString.Part part, String domain) {
        return switch (part) {
            case MacroString.Part.Literal literal -> literal.text();
            case MacroString.Part.Escape escape -> escape.text();
            case MacroString.Part.Macro macro -> expanded(macro, domain);
        };
    }

    private String expanded(MacroString.Part.Macro macro, String domain) {
        String value = transformed(macro, value(macro.letter(), domain));
        return macro.escaped() ? escaped(value) : value;
    }

    private String value(char letter, String domain) {
        return switch (letter) {
            case 's' -> question.sender();
            case 'l' -> question.localPart();
            case 'o' -> question.senderDomain();
            case 'd' -> domain;
            case 'i' -> IpText.inLabels(question.client());
            case 'p' -> clientName(domain);
            case 'v' -> question.isIp6() ? "ip6" : "in-addr";
            case 'h' -> question.helo();
            case 'c' -> IpText.readable(question.client());
            case 'r' -> question.receiver();
            default -> Long.toString(question.seconds());
        };
    }

    /** The domain itself where the client's name is that, else a name below it, else any that leads back to it. */
    private String clientName(String domain) {
        List<String> names = lookups.validated(question.client(), question.isIp6());
        String asked = domain.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(asked::equals)
                .findFirst()
                .or(() -> names.stream()
                        .filter(name -> name.endsWith("." + asked))
                        .findFirst())
                .or(() -> names.stream().findFirst())
                .orElse(UNKNOWN);
    }

    private static String transformed(MacroString.Part.Macro macro, String value) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            if (macro.delimiters().indexOf(value.charAt(i)) >= 0) {
                parts.add(value.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(value.substring(start));
        if (macro.reversed()) {
            Collections.reverse(parts);
        }
        int kept = macro.most() == 0 ? parts.size() : Math.min(macro.most(), parts.size());
        return String.join(".", parts.subList(parts.size() - kept, parts.size()));
    }

    private static String escaped(String value) {
        var text = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain =
                    character < 128 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
            text.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return text.toString();
    }
}
