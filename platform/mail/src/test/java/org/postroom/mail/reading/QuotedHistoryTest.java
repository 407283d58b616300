package org.postroom.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedHistoryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Fri, 27 Nov 2026 at 11:12, Help <help@acme.test> wrote:\n> Which order?",
                "On Friday, the 27th of November 2026, at 11:12, Help Desk\n<help@acme.test> wrote:\n\n> Which order?\n>\n> Kim",
                "Am 27.11.2026 um 11:12 schrieb Help <help@acme.test>:\n> Welche Bestellung?",
                "Le ven. 27 nov. 2026 à 11:12, Help <help@acme.test> a écrit :\n> Quelle commande ?",
                "-----Original Message-----\nFrom: Help\nWhich order?",
                "-----Ursprüngliche Nachricht-----\nVon: Help\nWelche?",
                "________________________________\nFrom: Help <help@acme.test>\nSent: Friday\nTo: Casey\nSubject: Re: order\n\nWhich?",
                "Von: Help <help@acme.test>\nGesendet: Freitag\nAn: Casey\nBetreff: AW: Bestellung\n\nWelche?",
                "De : Help <help@acme.test>\nEnvoyé : vendredi\nÀ : Casey\nObjet : RE: commande\n\nLaquelle ?",
                "> Which order?\n> Kim"
            })
    void dividesTheNewFromTheOld(String history) {
        QuotedHistory divided = QuotedHistory.of("It is order 12.\n\n" + history);

        assertThat(divided.written()).isEqualTo("It is order 12.\n\n");
        assertThat(divided.quoted()).isEqualTo(history);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is order 12.",
                "> Which order?\nNumber 12.\n> And when?\nToday.",
                "On Friday you wrote:\nnothing",
                "From: me\nTo: you\nwith love",
                "Please see below.\n\n---------- Forwarded message ---------\nFrom: Kim <k@acme.test>\nDate: Friday\nTo: Casey\nSubject: x\n\nThe text.",
                "From: Kim <k@acme.test>\nSent: Friday\nTo: Casey\nSubject: x\n\nThe text."
            })
    void leavesWhatIsNotSurelyHistory(String text) {
        assertThat(QuotedHistory.of(text)).isEqualTo(new QuotedHistory(text, ""));
    }

    @Test
    void staysQuickWhereEveryLineLooksLikeABeginning() {
        String text = "From: a\nTo: b\nOn a b c d e wrote:\n".repeat(20_000);

        assertThat(QuotedHistory.of(text).written()).isNotEmpty();
    }

    @Property(tries = 500)
    void losesNothing(@ForAll("texts") String text) {
        QuotedHistory divided = QuotedHistory.of(text);

        assertThat(divided.written() + divided.quoted()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "hello",
                        "\n",
                        "\r\n",
                        "\r",
                        "> quoted",
                        "On 1 Nov 2026 Kim wrote:",
                        "From: a",
                        "Sent: b",
                        "To: c",
                        "-----Original Message-----",
                        "_______")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }
}
