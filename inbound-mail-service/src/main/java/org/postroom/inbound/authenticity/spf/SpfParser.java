package org.postroom.inbound.authenticity.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Result;

/** Parses a record by the grammar of RFC 7208, section 12. An error anywhere in it is an error of the whole. */
final class SpfParser {

    private static final String VERSION = "v=spf1";
    private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)=(.*)", Pattern.DOTALL);
    private static final Pattern DIRECTIVE = Pattern.compile("([+?~-]?)([A-Za-z0-9._-]+)(.*)", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("(:.*?)?(?:/([0-9]+))?(?://([0-9]+))?", Pattern.DOTALL);
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    private final List<SpfRecord.Directive> directives = new ArrayList<>();
    private @Nullable MacroString redirect;
    private @Nullable MacroString explanation;

    private SpfParser() {}

    /** Whether a TXT record is one of SPF: its version is followed by a space or by nothing (section 4.5). */
    static boolean isRecord(String text) {
        return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
                && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
    }

    /** Parses what is a record. */
    static SpfRecord parse(String text) throws SpfErrorException {
        var parser = new SpfParser();
        for (String term : text.substring(VERSION.length()).split(" ", -1)) {
            if (!term.isEmpty()) {
                parser.add(term);
            }
        }
        return new SpfRecord(parser.directives, parser.redirect, parser.explanation);
    }

    private void add(String term) throws SpfErrorException {
        Matcher modifier = MODIFIER.matcher(term);
        if (modifier.matches()) {
            addModifier(modifier.group(1).toLowerCase(Locale.ROOT), modifier.group(2));
            return;
        }
        Matcher directive = DIRECTIVE.matcher(term);
        if (!directive.matches()) {
            throw SpfErrorException.permanent("The record has a term that is none.");
        }
        directives.add(new SpfRecord.Directive(
                result(directive.group(1)),
                mechanism(directive.group(2).toLowerCase(Locale.ROOT), directive.group(3))));
    }

    private void addModifier(String name, String value) throws SpfErrorException {
        switch (name) {
            case "redirect" -> redirect = once(redirect, value);
            case "exp" -> explanation = once(explanation, value);
            default -> MacroString.of(value);
        }
    }

    private static MacroString once(@Nullable MacroString before, String value) throws SpfErrorException {
        if (before != null) {
            throw SpfErrorException.permanent("The record has a modifier twice.");
        }
        return MacroString.ofDomain(value);
    }

    private static Result result(String qualifier) {
        return switch (qualifier) {
            case "-" -> Result.FAIL;
            case "~" -> Result.SOFTFAIL;
            case "?" -> Result.NEUTRAL;
            default -> Result.PASS;
        };
    }

    private static Mechanism mechanism(String name, String rest) throws SpfErrorException {
        return switch (name) {
            case "all" -> all(rest);
            case "include" -> new Mechanism.Include(needed(rest));
            case "exists" -> new Mechanism.Exists(needed(rest));
            case "ptr" -> new Mechanism.Ptr(rest.isEmpty() ? null : needed(rest));
            case "a" -> {
                Target target = target(rest);
                yield new Mechanism.A(target.domain(), target.bits4(), target.bits6());
            }
            case "mx" -> {
                Target target = target(rest);
                yield new Mechanism.Mx(target.domain(), target.bits4(), target.bits6());
            }
            case "ip4" -> ip(rest, Network.BITS_4);
            case "ip6" -> ip(rest, Network.BITS_6);
            default -> throw SpfErrorException.permanent("The record has a mechanism that is not known.");
        };
    }

    private static Mechanism all(String rest) throws SpfErrorException {
        if (!rest.isEmpty()) {
            throw SpfErrorException.permanent("\"all\" stands alone, but the record says more of it.");
        }
        return new Mechanism.All();
    }

    private static MacroString needed(String rest) throws SpfErrorException {
        if (!rest.startsWith(":")) {
            throw SpfErrorException.permanent("A term of the record names no domain.");
        }
        return MacroString.ofDomain(rest.substring(1));
    }

    private static Mechanism ip(String rest, int most) throws SpfErrorException {
        int slash = rest.indexOf('/');
        String address = slash < 0 ? rest : rest.substring(0, slash);
        int bits = slash < 0 ? most : length(rest.substring(slash + 1), most);
        if (!address.startsWith(":")) {
            throw SpfErrorException.permanent("A term of the record names no network address.");
        }
        String text = address.substring(1);
        byte[] octets = (most == Network.BITS_4 ? Network.ip4(text) : Network.ip6(text))
                .orElseThrow(() -> SpfErrorException.permanent("A network address of the record is none."));
        return new Mechanism.Ip(new Network(octets, bits));
    }

    private static Target target(String rest) throws SpfErrorException {
        Matcher parts = TARGET.matcher(rest);
        if (!parts.matches()) {
            throw SpfErrorException.permanent("A term of the record has a range that is none.");
        }
        @Nullable String domain = parts.group(1);
        return new Target(
                domain == null ? null : MacroString.ofDomain(domain.substring(1)),
                length(parts.group(2), Network.BITS_4),
                length(parts.group(3), Network.BITS_6));
    }

    private static int length(@Nullable String digits, int most) throws SpfErrorException {
        if (digits == null) {
            return most;
        }
        if (!LENGTH.matcher(digits).matches() || Integer.parseInt(digits) > most) {
            throw SpfErrorException.permanent("A range of the record has a length that is none.");
        }
        return Integer.parseInt(digits);
    }

    private record Target(@Nullable MacroString domain, int bits4, int bits6) {}
}
