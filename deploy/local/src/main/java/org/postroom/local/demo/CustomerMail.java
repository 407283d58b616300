package org.postroom.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** The mails that the demonstration's customer writes, as a mail program would. */
final class CustomerMail {

    static final String ADDRESS = "carla@customer.test";
    static final String SUBJECT = "Réclamation: facture n° 4711 payée deux fois";

    private CustomerMail() {}

    /** A multipart message with an accented subject, two forms of the text, and an attachment. */
    static byte[] first(String to, String messageId, ZonedDateTime date) {
        return """
                From: =?utf-8?Q?Carla_Mu=C3=B1oz?= <%1$s>
                To: %2$s
                Subject: =?utf-8?B?%3$s?=
                Date: %4$s
                Message-ID: <%5$s>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: multipart/alternative; boundary="inner"

                --inner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Bonjour,

                j'ai pay=C3=A9 deux fois la facture n=C2=B0 4711. Pouvez-vous me rembourser ?

                Carla Mu=C3=B1oz
                --inner
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                <p>Bonjour,</p><p>j'ai pay=C3=A9 <b>deux fois</b> la facture n=C2=B0 4711. =
                Pouvez-vous me rembourser&nbsp;?</p><p>Carla Mu=C3=B1oz</p>
                --inner--

                --outer
                Content-Type: text/csv; name="paiements.csv"
                Content-Disposition: attachment; filename="paiements.csv"
                Content-Transfer-Encoding: base64

                %6$s
                --outer--
                """.formatted(
                        ADDRESS,
                        to,
                        base64(SUBJECT),
                        rfc5322(date),
                        messageId,
                        base64("date;montant\n2026-11-02;129,00\n2026-11-03;129,00\n"))
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The customer's answer to our reply. */
    static byte[] answer(String to, String messageId, String inReplyTo, String references, ZonedDateTime date) {
        return """
                From: =?utf-8?Q?Carla_Mu=C3=B1oz?= <%1$s>
                To: %2$s
                Subject: Re: =?utf-8?B?%3$s?=
                Date: %4$s
                Message-ID: <%5$s>
                In-Reply-To: %6$s
                References: %7$s %6$s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                Merci beaucoup!
                """.formatted(ADDRESS, to, base64(SUBJECT), rfc5322(date), messageId, inReplyTo, references)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rfc5322(ZonedDateTime date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.withZoneSameInstant(ZoneOffset.UTC));
    }
}
