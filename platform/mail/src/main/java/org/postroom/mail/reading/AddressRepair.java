package org.postroom.mail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings address fields as programs and people write them into the form of RFC 5322, section 3.4, that the library
 * reads: names that are addresses, have commas, or stand in the wrong place, semicolons between addresses, and brackets
 * in excess.
 */
final class AddressRepair {

    private static final String ADDRESS = "[^\\s<>(),:;\"@]++@[^\\s<>(),:;\"@]++";
    private static final Pattern MAILTO = Pattern.compile("(?i)<\\s{0,10}mailto:");
    private static final Pattern NAME_WITH_AT =
            Pattern.compile("\\s*+([^<>\"(),:;@\\\\]*+@[^<>\"(),:;\\\\]*+)<([^<>]*+)>?\\s*");
    private static final Pattern NAME_IN_COMMENT = Pattern.compile("\\s*+(" + ADDRESS + ")\\s*+\\((.*)\\)\\s*");
    private static final Pattern NAME_BEHIND = Pattern.compile("\\s*+<([^<>]++)>\\s*+([^<>\"(),:;@]+)");
    private static final Pattern WITHOUT_BRACKETS =
            Pattern.compile("\\s*+([^<>\"(),:;@]*[^<>\"(),:;@\\s])\\s++(" + ADDRESS + ")\\s*");
    private static final Pattern PLAIN_NAME = Pattern.compile("([^<>\"(),:;@]+)(<[^<>]*+>?)\\s*");

    private AddressRepair() {}

    /** The field's body in the form of the standard; a body that has groups in it is left as it is. */
    static String inOrder(String body) {
        String plain = MAILTO.matcher(body).replaceAll("<").replace("<<", "<").replace(">>", ">");
        List<String> pieces = pieces(plain);
        if (pieces.isEmpty()) {
            return plain;
        }
        List<String> inOrder = new ArrayList<>();
        StringBuilder waiting = new StringBuilder();
        for (String piece : pieces) {
            boolean beginsName = piece.indexOf('@') < 0
                    && !piece.isBlank()
                    && PLAIN_NAME.matcher(piece + "<>").matches();
            if (beginsName) {
                waiting.append(piece.strip()).append(", ");
                continue;
            }
            Matcher named = PLAIN_NAME.matcher(piece);
            if (!waiting.isEmpty() && named.matches()) {
                inOrder.add(named(waiting + String.valueOf(named.group(1)).strip(), String.valueOf(named.group(2))));
            } else {
                inOrder.add(one(piece));
            }
            waiting.setLength(0);
        }
        return String.join(", ", inOrder);
    }

    private static String one(String piece) {
        Matcher withAt = NAME_WITH_AT.matcher(piece);
        if (withAt.matches()) {
            return named(withAt.group(1), "<" + withAt.group(2) + ">");
        }
        Matcher comment = NAME_IN_COMMENT.matcher(piece);
        if (comment.matches()) {
            return named(comment.group(2), "<" + comment.group(1) + ">");
        }
        Matcher behind = NAME_BEHIND.matcher(piece);
        if (behind.matches()) {
            return named(behind.group(2), "<" + behind.group(1) + ">");
        }
        Matcher bare = WITHOUT_BRACKETS.matcher(piece);
        return bare.matches() ? named(bare.group(1), "<" + bare.group(2) + ">") : piece;
    }

    private static String named(String name, String address) {
        return '"' + name.strip().replace("\\", "").replace("\"", "'") + "\" " + address;
    }

    /** The addresses between commas and semicolons; none where the field has a group, whose colon stands outside. */
    private static List<String> pieces(String body) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        int comments = 0;
        boolean quoted = false;
        boolean inBrackets = false;
        for (int i = 0; i < body.length(); i++) {
            char character = body.charAt(i);
            if (character == '\\' && (quoted || comments > 0)) {
                i++;
            } else if (character == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && character == '(') {
                comments++;
            } else if (!quoted && character == ')') {
                comments = Math.max(0, comments - 1);
            } else if (!quoted && comments == 0) {
                inBrackets = character == '<' || (inBrackets && character != '>');
                if (character == ':' && !inBrackets) {
                    return List.of();
                }
                if (!inBrackets && (character == ',' || character == ';')) {
                    pieces.add(body.substring(begin, i));
                    begin = i + 1;
                }
            }
        }
        pieces.add(body.substring(begin));
        return pieces;
    }
}
