package org.postroom.inbound.authenticity.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with macros (RFC 7208, section 7.1), parsed. */
final class MacroString {

    private static final Pattern MACRO = Pattern.compile("%\\{([A-Za-z])([0-9]*)([rR]?)([.\\-+,/_=]*)}|%([%_-])");
    private static final String LETTERS = "slodiphv";
    private static final String LETTERS_OF_EXPLANATIONS = "crt";

    /** Not digits alone. It is read in time that grows with its length, and not with the square of it. */
    private static final Pattern TOP_LABEL =
            Pattern.compile("(?=[0-9]*[A-Za-z-])[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?");

    private static final int MOST_DIGITS = 3;

    private final List<Part> parts;

    private MacroString(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A piece of it. */
    sealed interface Part {

        /** Stands for itself. */
        record Literal(String text) implements Part {}

        /** Stands for a percent sign or a space. */
        record Escape(String text) implements Part {}

        /**
         * Stands for a fact of the transaction.
         *
         * @param letter which one, in lower case
         * @param escaped whether it is written as in a URL
         * @param most how many of its last parts are kept; 0 for all
         * @param reversed whether its parts come in reverse order
         * @param delimiters what divides it into parts
         */
        record Macro(char letter, boolean escaped, int most, boolean reversed, String delimiters) implements Part {}
    }

    List<Part> parts() {
        return parts;
    }

    /** Parses a macro-string: visible ASCII characters only. */
    static MacroString of(String text) throws SpfErrorException {
        return parse(text, false);
    }

    /** Parses the text of an explanation, which may have spaces and three more macros (section 7.2). */
    static MacroString ofExplanation(String text) throws SpfErrorException {
        return parse(text, true);
    }

    /** Parses a domain-spec: a macro-string that ends in a macro or in a top-level label. */
    static MacroString ofDomain(String text) throws SpfErrorException {
        MacroString parsed = of(text);
        @Nullable Part last = parsed.parts.isEmpty() ? null : parsed.parts.getLast();
        boolean ends = switch (last) {
            case null -> false;
            case Part.Escape _, Part.Macro _ -> true;
            case Part.Literal literal -> endsInLabel(literal.text());
        };
        if (!ends) {
            throw SpfErrorException.permanent("A term of the record names no domain.");
        }
        return parsed;
    }

    private static boolean endsInLabel(String literal) {
        int end = literal.endsWith(".") ? literal.length() - 1 : literal.length();
        int dot = literal.lastIndexOf('.', end - 1);
        return dot >= 0 && TOP_LABEL.matcher(literal.substring(dot + 1, end)).matches();
    }

    private static MacroString parse(String text, boolean explanation) throws SpfErrorException {
        List<Part> parts = new ArrayList<>();
        Matcher macro = MACRO.matcher(text);
        int position = 0;
        while (position < text.length()) {
            int next = text.indexOf('%', position);
            int end = next < 0 ? text.length() : next;
            if (end > position) {
                parts.add(literal(text.substring(position, end), explanation));
                position = end;
            } else if (macro.find(position) && macro.start() == position) {
                parts.add(part(macro, explanation));
                position = macro.end();
            } else {
                throw SpfErrorException.permanent("A term of the record has a macro that is none.");
            }
        }
        return new MacroString(parts);
    }

    private static Part literal(String text, boolean explanation) throws SpfErrorException {
        char least = explanation ? ' ' : '!';
        if (text.chars().anyMatch(octet -> octet < least || octet > '~')) {
            throw SpfErrorException.permanent("The record has a character that is not allowed in it.");
        }
        return new Part.Literal(text);
    }

    private static Part part(Matcher macro, boolean explanation) throws SpfErrorException {
        if (macro.group(5) != null) {
            return new Part.Escape(
                    switch (macro.group(5)) {
                        case "%" -> "%";
                        case "_" -> " ";
                        default -> "%20";
                    });
        }
        char written = macro.group(1).charAt(0);
        char letter = Character.toLowerCase(written);
        boolean known = LETTERS.indexOf(letter) >= 0 || (explanation && LETTERS_OF_EXPLANATIONS.indexOf(letter) >= 0);
        if (!known) {
            throw SpfErrorException.permanent("The record has a macro that is not known.");
        }
        return new Part.Macro(
                letter,
                Character.isUpperCase(written),
                most(macro.group(2)),
                !macro.group(3).isEmpty(),
                macro.group(4).isEmpty() ? "." : macro.group(4));
    }

    private static int most(String digits) throws SpfErrorException {
        if (digits.isEmpty()) {
            return 0;
        }
        String significant = digits.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            throw SpfErrorException.permanent("A macro of the record keeps nothing.");
        }
        // No name has as many parts as a thousand.
        return significant.length() > MOST_DIGITS ? 0 : Integer.parseInt(significant);
    }
}
