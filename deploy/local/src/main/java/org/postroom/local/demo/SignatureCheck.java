package org.postroom.local.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Checks a delivered mail's DKIM signature as the customer's server does: with the key that DNS returns (RFC 6376). */
public final class SignatureCheck {

    private final InetSocketAddress nameServer;

    /** Asks the given name server for keys. */
    public SignatureCheck(InetSocketAddress nameServer) {
        this.nameServer = nameServer;
    }

    /**
     * Verifies every signature of a mail.
     *
     * @return for each valid signature, its selector and domain as {@code selector._domainkey.domain}; empty for a mail
     *     that carries none
     * @throws IOException where a signature is not valid or its key cannot be had
     */
    public List<String> verify(byte[] mail) throws IOException {
        try {
            var verifier = new DKIMVerifier(new PlaygroundKeys());
            @Nullable List<SignatureRecord> valid = verifier.verify(new ByteArrayInputStream(mail));
            return valid == null
                    ? List.of()
                    : valid.stream()
                            .map(signature -> signature.getSelector() + "._domainkey." + signature.getDToken())
                            .toList();
        } catch (FailException invalid) {
            throw new IOException("expected a valid DKIM signature, but: " + invalid.getMessage(), invalid);
        }
    }

    private final class PlaygroundKeys implements PublicKeyRecordRetriever {

        @Override
        public List<String> getRecords(CharSequence method, CharSequence selector, CharSequence domain)
                throws TempFailException, PermFailException {
            try {
                var resolver = new SimpleResolver(nameServer);
                Name name = Name.fromString(selector + "._domainkey." + domain + ".");
                Message answer = resolver.send(Message.newQuery(Record.newRecord(name, Type.TXT, DClass.IN)));
                return answer.getSection(Section.ANSWER).stream()
                        .filter(TXTRecord.class::isInstance)
                        .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                        .toList();
            } catch (IOException unreachable) {
                var failure = new TempFailException("the name server does not answer");
                failure.initCause(unreachable);
                throw failure;
            }
        }
    }
}
