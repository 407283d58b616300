package org.postroom.inbound.authenticity.spf;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.QueryNames;
import org.postroom.inbound.authenticity.evidence.Result;

/**
 * check_host (RFC 7208, section 4): whether a network address may send for a domain. What the domain publishes is
 * hostile input; whatever it holds, a check ends with a result, after at most ten terms that ask DNS.
 */
public final class SpfCheck {

    private static final int LONGEST_EXPLANATION = 500;

    private final SpfQuestion question;
    private final Lookups lookups;
    private final Expansion expansion;

    private SpfCheck(SpfQuestion question, Names names) {
        this.question = question;
        this.lookups = new Lookups(names);
        this.expansion = new Expansion(question, lookups);
    }

    /** Answers a question; blocks while DNS is asked. */
    public static SpfVerdict of(SpfQuestion question, Names names) {
        var check = new SpfCheck(question, names);
        try {
            Optional<String> domain = domain(question.domain());
            return domain.isEmpty() ? SpfVerdict.of(Result.NONE) : check.evaluate(domain.get());
        } catch (SpfErrorException error) {
            return error.verdict();
        }
    }

    /** The domain of an initial question: a name of at least two labels, and no address literal (section 4.3). */
    private static Optional<String> domain(String written) {
        return QueryNames.of(written).filter(name -> name.contains(".") && !name.startsWith("["));
    }

    private SpfVerdict evaluate(String domain) throws SpfErrorException {
        @Nullable String text = recordText(domain);
        if (text == null) {
            return SpfVerdict.of(Result.NONE);
        }
        SpfRecord record = SpfParser.parse(text);
        for (SpfRecord.Directive directive : record.directives()) {
            if (matches(directive.mechanism(), domain)) {
                return directive.result() == Result.FAIL
                        ? new SpfVerdict(Result.FAIL, null, explanation(record, domain))
                        : SpfVerdict.of(directive.result());
            }
        }
        return record.redirect() == null ? SpfVerdict.of(Result.NEUTRAL) : redirected(record.redirect(), domain);
    }

    private SpfVerdict redirected(MacroString target, String domain) throws SpfErrorException {
        lookups.countTerm();
        return notNone(evaluate(expansion.name(target, domain)));
    }

    private static SpfVerdict notNone(SpfVerdict verdict) throws SpfErrorException {
        if (verdict.result() == Result.NONE) {
            throw SpfErrorException.permanent("The record leads to a domain that has none.");
        }
        return verdict;
    }

    private @Nullable String recordText(String domain) throws SpfErrorException {
        return switch (lookups.texts(domain)) {
            case DnsAnswer.None<String> _ -> null;
            case DnsAnswer.Trouble<String> _ -> throw SpfErrorException.temporary();
            case DnsAnswer.Records<String> texts -> {
                List<String> records =
                        texts.values().stream().filter(SpfParser::isRecord).toList();
                if (records.size() > 1) {
                    throw SpfErrorException.permanent("The domain has more than one record.");
                }
                yield records.isEmpty() ? null : records.getFirst();
            }
        };
    }

    private boolean matches(Mechanism mechanism, String domain) throws SpfErrorException {
        if (mechanism.asksDns()) {
            lookups.countTerm();
        }
        return switch (mechanism) {
            case Mechanism.All _ -> true;
            case Mechanism.Ip ip -> ip.network().contains(question.client());
            case Mechanism.Include include -> passes(expansion.name(include.domain(), domain));
            case Mechanism.A a -> isAt(target(a.domain(), domain), a.bits4(), a.bits6());
            case Mechanism.Mx mx -> {
                for (String host : lookups.exchangers(target(mx.domain(), domain))) {
                    if (isAt(host, mx.bits4(), mx.bits6())) {
                        yield true;
                    }
                }
                yield false;
            }
            case Mechanism.Ptr ptr -> isNamedBelow(target(ptr.domain(), domain));
            case Mechanism.Exists exists ->
                !lookups.addresses(expansion.name(exists.domain(), domain), false)
                        .isEmpty();
        };
    }

    /** The results of a record that is included (section 5.2). */
    private boolean passes(String domain) throws SpfErrorException {
        SpfVerdict verdict = notNone(evaluate(domain));
        return verdict.result() == Result.PASS;
    }

    private boolean isAt(String host, int bits4, int bits6) throws SpfErrorException {
        boolean ip6 = question.isIp6();
        for (InetAddress address : lookups.addresses(host, ip6)) {
            if (new Network(address.getAddress(), ip6 ? bits6 : bits4).contains(question.client())) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedBelow(String written) {
        String domain = written.toLowerCase(Locale.ROOT);
        return lookups.validated(question.client(), question.isIp6()).stream()
                .anyMatch(name -> name.equals(domain) || name.endsWith("." + domain));
    }

    private String target(@Nullable MacroString spec, String domain) {
        return spec == null ? domain : expansion.name(spec, domain);
    }

    /** What the domain's owner says to those whom it fails; null where anything is wrong with it (section 6.2). */
    private @Nullable String explanation(SpfRecord record, String domain) {
        if (record.explanation() == null) {
            return null;
        }
        DnsAnswer<String> answer = lookups.texts(expansion.name(record.explanation(), domain));
        if (!(answer instanceof DnsAnswer.Records<String> texts)
                || texts.values().size() != 1) {
            return null;
        }
        try {
            return expansion.text(MacroString.ofExplanation(texts.values().getFirst()), domain, LONGEST_EXPLANATION);
        } catch (SpfErrorException malformed) {
            return null;
        }
    }
}
