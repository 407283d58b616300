package org.postroom.inbound.authenticity.dkim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.QueryNames;

/**
 * What a signature field says (RFC 6376, section 3.5; RFC 8617, section 4.1).
 *
 * @param field the field it stands in
 * @param algorithm how it is made
 * @param value the signature itself
 * @param domain the signing domain (d=), in lower case
 * @param selector the selector (s=)
 * @param identity the domain of the identity (i=), in lower case; the signing domain where none is named
 * @param header what is overlooked in the header
 * @param body the form in which the body is digested
 * @param bodyHash the body's digest (bh=); empty in a seal
 * @param signed the names of the signed fields, in lower case
 * @param expires when it expires, in seconds since 1970; null where it does not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Signature(
        HeaderField field,
        Algorithm algorithm,
        byte[] value,
        String domain,
        String selector,
        String identity,
        Canonical header,
        BodyForm body,
        byte[] bodyHash,
        List<String> signed,
        @Nullable Long expires) {

    private static final Pattern VALUE_OF_B = Pattern.compile("((?:^|;)[ \\t\\r\\n]*b[ \\t\\r\\n]*=)[^;]*");
    private static final Pattern NAME = Pattern.compile("[!-9;-~]+");
    private static final byte[] NOTHING = {};

    /** What the field is when it is signed: without the signature itself. */
    HeaderField unsigned() {
        return field.withValue(VALUE_OF_B.matcher(field.value()).replaceFirst("$1"));
    }

    /** Reads a DKIM-Signature; empty where something in it is missing or none. */
    static Optional<Signature> ofMail(HeaderField field) {
        return TagList.parse(field.value())
                .filter(tags -> tags.value("v").filter("1"::equals).isPresent())
                .flatMap(tags -> ofMessage(field, tags, identity(tags)));
    }

    /** Reads an ARC-Message-Signature, whose i= counts the forwarders. */
    static Optional<Signature> ofForwarder(HeaderField field) {
        return TagList.parse(field.value()).flatMap(tags -> ofMessage(field, tags, tags.compact("d")));
    }

    /** Reads an ARC-Seal, which signs other seals and no message. */
    static Optional<Signature> ofSeal(HeaderField field) {
        return TagList.parse(field.value())
                .filter(tags -> tags.value("h").isEmpty())
                .flatMap(tags ->
                        read(field, tags, tags.compact("d"), Canonical.RELAXED, Canonical.RELAXED, NOTHING, List.of()));
    }

    private static Optional<Signature> ofMessage(HeaderField field, TagList tags, Optional<String> identity) {
        String[] canonical = tags.compact("c").orElse("simple/simple").split("/", 2);
        Optional<Canonical> header = Canonical.of(canonical[0]);
        Optional<Canonical> body = Canonical.of(canonical.length > 1 ? canonical[1] : "simple");
        Optional<byte[]> hash = tags.octets("bh");
        List<String> signed = tags.compact("h").map(Signature::names).orElse(List.of());
        boolean isMade = header.isPresent()
                && body.isPresent()
                && hash.isPresent()
                && !signed.isEmpty()
                && asksDns(tags)
                && isNumber(tags, "l")
                && isNumber(tags, "x")
                && isNumber(tags, "t")
                && expiresAfterItsTime(tags);
        return isMade ? read(field, tags, identity, header.get(), body.get(), hash.get(), signed) : Optional.empty();
    }

    private static Optional<Signature> read(
            HeaderField field,
            TagList tags,
            Optional<String> identity,
            Canonical header,
            Canonical body,
            byte[] bodyHash,
            List<String> signed) {
        Optional<Algorithm> algorithm = tags.compact("a").flatMap(Algorithm::of);
        Optional<byte[]> value = tags.octets("b").filter(octets -> octets.length > 0);
        Optional<String> domain = tags.compact("d").flatMap(QueryNames::of);
        Optional<String> selector = tags.compact("s").flatMap(QueryNames::of);
        Optional<String> named = identity.map(name -> name.toLowerCase(Locale.ROOT));
        if (algorithm.isEmpty() || value.isEmpty() || domain.isEmpty() || selector.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        if (!named.get().equals(domain.get()) && !named.get().endsWith("." + domain.get())) {
            return Optional.empty();
        }
        var form = new BodyForm(body, algorithm.get().digest(), tags.number("l").orElse(Long.MAX_VALUE));
        return Optional.of(new Signature(
                field,
                algorithm.get(),
                value.get(),
                domain.get(),
                selector.get(),
                named.get(),
                header,
                form,
                bodyHash,
                signed,
                tags.number("x").orElse(null)));
    }

    private static Optional<String> identity(TagList tags) {
        Optional<String> identity = tags.compact("i");
        return identity.isEmpty()
                ? tags.compact("d")
                : identity.filter(name -> name.indexOf('@') >= 0)
                        .map(name -> name.substring(name.lastIndexOf('@') + 1));
    }

    private static List<String> names(String list) {
        List<String> names = Arrays.stream(list.split(":", -1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return names.stream().allMatch(name -> NAME.matcher(name).matches()) ? names : List.of();
    }

    private static boolean asksDns(TagList tags) {
        return Arrays.asList(tags.compact("q")
                        .orElse("dns/txt")
                        .toLowerCase(Locale.ROOT)
                        .split(":", -1))
                .contains("dns/txt");
    }

    private static boolean isNumber(TagList tags, String name) {
        return tags.value(name).isEmpty() || tags.number(name).isPresent();
    }

    private static boolean expiresAfterItsTime(TagList tags) {
        return tags.number("x").orElse(Long.MAX_VALUE) > tags.number("t").orElse(0L);
    }
}
