package org.postroom.verification.record.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.runtime.text.StorableText;
import org.postroom.verification.record.DnsAnswer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class AnswersTest {

    @Test
    void readsTextThatCanBeStoredWhateverAServerSends() throws Exception {
        assertThat(value("v=spf1\0 -all")).isEqualTo("v=spf1\\000 -all");
        String cut = value("x".repeat(4_095) + "\uD83D\uDE00".repeat(10));
        assertThat(cut).hasSizeLessThanOrEqualTo(4_096).isEqualTo(StorableText.of(cut));
    }

    private static String value(String text) throws Exception {
        Name name = Name.fromString("acme.test.");
        var message = new Message();
        message.getHeader().setFlag(Flags.AA);
        message.addRecord(new TXTRecord(name, DClass.IN, 60, strings(text)), Section.ANSWER);
        return Answers.read(message, name, Type.TXT) instanceof Answers.Direct(DnsAnswer.Found found)
                ? found.values().getFirst()
                : "no answer";
    }

    /** Strings of at most 255 octets, each octet in decimal (RFC 1035, section 5.1). */
    private static List<String> strings(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        List<String> strings = new ArrayList<>();
        for (int from = 0; from < octets.length; from += 255) {
            var one = new StringBuilder();
            for (int index = from; index < Math.min(octets.length, from + 255); index++) {
                one.append("\\%03d".formatted(octets[index] & 0xFF));
            }
            strings.add(one.toString());
        }
        return strings;
    }
}
