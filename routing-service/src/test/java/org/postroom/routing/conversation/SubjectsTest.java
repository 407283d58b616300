package org.postroom.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a subject is about, whatever programs put around it. */
class SubjectsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Broken lamp",
                "broken LAMP",
                "  Broken \t lamp ",
                "Broken\u00a0lamp",
                "Bro\u200bken lamp",
                "Re: Broken lamp",
                "RE: Broken lamp",
                "re:Broken lamp",
                "Re : Broken lamp",
                "Re: Re: RE: Broken lamp",
                "Re[2]: Broken lamp",
                "Re (3): Broken lamp",
                "Re^4: Broken lamp",
                "Re*5: Broken lamp",
                "Re： Broken lamp",
                "Fwd: Broken lamp",
                "FW: Re: Broken lamp",
                "AW: WG: Broken lamp",
                "Antw: Broken lamp",
                "Antwort: Broken lamp",
                "TR: Broken lamp",
                "Réf : Broken lamp",
                "SV: VS: Broken lamp",
                "VL: Broken lamp",
                "VB: Broken lamp",
                "Odp: Broken lamp",
                "PD: Broken lamp",
                "R: I: Broken lamp",
                "RIF: Broken lamp",
                "RV: Broken lamp",
                "RES: ENC: Broken lamp",
                "YNT: İLT: Broken lamp",
                "Vá: Továbbítás: Broken lamp",
                "ΑΠ: ΠΡΘ: Broken lamp",
                "ΣΧΕΤ: Broken lamp",
                "回复: 转发: Broken lamp",
                "BLS: TRS: Broken lamp",
                "ATB: YML: Broken lamp",
                "Fs: Broken lamp",
                "Doorst: Broken lamp",
                "[Fwd: Broken lamp]",
                "Broken lamp (fwd)",
                "Re: [Fwd: Re: Broken lamp] (fwd)",
                "[EXT] Re: Broken lamp",
                "Re: [EXTERNAL] Broken lamp",
                "[Extern] AW: [EXTERN] Broken lamp"
            })
    void findsTheSameBehindEveryMark(String subject) {
        assertThat(Subjects.core(subject)).isEqualTo("broken lamp");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ticket 12] Re: Lamp | [ticket 12] lamp",
                "Re: [Ticket 12] Lamp | [ticket 12] lamp",
                "Regarding: lamp      | regarding: lamp",
                "Reply: lamp          | reply: lamp",
                "Rechnung: 12         | rechnung: 12",
                "Lamp: re: broken     | lamp: re: broken",
                "Re                   | re",
                "Order 12             | order 12",
                "Straße               | straße",
                "Lamp (fwd) again     | lamp (fwd) again"
            })
    void leavesWhatTellsMattersApart(String subject, String core) {
        assertThat(Subjects.core(subject)).isEqualTo(core);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Re:", "Re: Fwd: ", "[EXT]"})
    void saysNothingWhereNothingIsLeft(String subject) {
        assertThat(Subjects.core(subject)).isEmpty();
        assertThat(Subjects.idOf(subject)).isNull();
    }

    @Test
    void namesTheSameMatterAlikeAndAnotherOtherwise() {
        assertThat(Subjects.idOf("Re: Lamp")).isEqualTo(Subjects.idOf("lamp"));
        assertThat(Subjects.idOf("Lamp 2")).isNotEqualTo(Subjects.idOf("Lamp"));
    }

    @Test
    void isQuickWithWhatWasMadeToBeSlow() {
        assertThat(Subjects.core("re: ".repeat(100_000) + "x")).isEmpty();
        assertThat(Subjects.core("[".repeat(100_000))).hasSizeLessThanOrEqualTo(500);
    }

    @Property
    void findsNothingMoreInWhatItFound(@ForAll String subject) {
        assertThat(Subjects.core(Subjects.core(subject))).isEqualTo(Subjects.core(subject));
    }
}
