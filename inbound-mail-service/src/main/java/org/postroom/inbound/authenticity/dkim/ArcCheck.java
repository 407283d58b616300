package org.postroom.inbound.authenticity.dkim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.Result;

/**
 * Whether the chain of forwarders that a mail names is unbroken (RFC 8617, section 5.2). It says nothing of whether the
 * forwarders tell the truth.
 */
public final class ArcCheck {

    static final String RESULTS = "arc-authentication-results";
    private static final String MESSAGE = "arc-message-signature";
    private static final String SEAL = "arc-seal";
    private static final int MOST = 50;
    private static final String LINE_END = "\r\n";

    private ArcCheck() {}

    /** NONE, PASS, FAIL or TEMPERROR; blocks while DNS is asked for keys. */
    public static Result of(SignedMail mail, Names names) {
        long fields = Stream.of(RESULTS, MESSAGE, SEAL)
                .mapToLong(name -> mail.fields(name).size())
                .sum();
        if (fields == 0) {
            return Result.NONE;
        }
        return chain(mail).map(chain -> of(chain, mail, names)).orElse(Result.FAIL);
    }

    private static Result of(List<ArcSet> chain, SignedMail mail, Names names) {
        @Nullable
        Signature message = Signature.ofForwarder(chain.getLast().message()).orElse(null);
        if (message == null || message.signed().contains(SEAL)) {
            return Result.FAIL;
        }
        Result result = result(Verification.of(message, mail, names));
        for (int last = chain.size(); last > 0 && result == Result.PASS; last--) {
            result = sealed(chain.subList(0, last), names);
        }
        return result;
    }

    private static Result sealed(List<ArcSet> chain, Names names) {
        @Nullable Signature seal = Signature.ofSeal(chain.getLast().seal()).orElse(null);
        if (seal == null) {
            return Result.FAIL;
        }
        var text = new StringBuilder();
        for (int i = 0; i < chain.size(); i++) {
            ArcSet set = chain.get(i);
            text.append(Canonical.RELAXED.field(set.results())).append(LINE_END);
            text.append(Canonical.RELAXED.field(set.message())).append(LINE_END);
            if (i < chain.size() - 1) {
                text.append(Canonical.RELAXED.field(set.seal())).append(LINE_END);
            }
        }
        text.append(Canonical.RELAXED.field(seal.unsigned()));
        return result(Verification.of(seal, text.toString(), names));
    }

    private static Result result(Outcome outcome) {
        return switch (outcome.result()) {
            case PASS -> Result.PASS;
            case TEMPERROR -> Result.TEMPERROR;
            default -> Result.FAIL;
        };
    }

    /** The sets in their order; empty where one is incomplete or double, or one says that the chain was broken before. */
    private static Optional<List<ArcSet>> chain(SignedMail mail) {
        int count = mail.fields(SEAL).size();
        if (count > MOST
                || mail.fields(RESULTS).size() != count
                || mail.fields(MESSAGE).size() != count) {
            return Optional.empty();
        }
        List<ArcSet> chain = new ArrayList<>();
        for (int instance = 1; instance <= count; instance++) {
            @Nullable HeaderField results = only(mail.fields(RESULTS), instance);
            @Nullable HeaderField message = only(mail.fields(MESSAGE), instance);
            @Nullable HeaderField seal = only(mail.fields(SEAL), instance);
            if (results == null || message == null || seal == null) {
                return Optional.empty();
            }
            var set = new ArcSet(results, message, seal);
            if (!(instance == 1 ? "none" : "pass").equals(set.chainBefore())) {
                return Optional.empty();
            }
            chain.add(set);
        }
        return Optional.of(chain);
    }

    private static @Nullable HeaderField only(List<HeaderField> fields, int instance) {
        List<HeaderField> found = fields.stream()
                .filter(field -> ArcSet.instance(field) == instance)
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }
}
