package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Rechnung März.pdf,Rechnung März.pdf",
                "../../etc/passwd,_.._etc_passwd",
                "C:\\Windows\\evil.exe,C_Windows_evil.exe",
                "...,attachment",
                "\"  \",attachment",
                "a\u202Egnp.exe,a_gnp.exe",
                "a\u0000b.txt,a_b.txt",
                "\"x\r\nSet-Cookie: a.txt\",x_Set-Cookie_ a.txt"
            })
    void makesNamesSafeToSaveUnder(String claimed, String safe) {
        assertThat(FileNames.safe(claimed)).isEqualTo(safe);
    }

    @Test
    void keepsTheEndingOfALongName() {
        assertThat(FileNames.safe("x".repeat(500) + ".pdf")).hasSize(150).endsWith(".pdf");
    }
}
