package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpCertificateTest {

    @TempDir
    Path data;

    @Test
    void isMadeOnceForTheHostsNameWithAKeyThatNobodyElseReads() throws Exception {
        SmtpCertificate.in(data).makeOnce("mx.postroom.test");
        byte[] made = Files.readAllBytes(data.resolve("smtp-certificate.pem"));
        SmtpCertificate.in(data).makeOnce("mx.postroom.test");

        assertThat(Files.readAllBytes(data.resolve("smtp-certificate.pem"))).isEqualTo(made);
        assertThat(names()).containsExactly(List.of(2, "mx.postroom.test"));
        assertThat(data.resolve("smtp-key.pem")).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("smtp-key.pem"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(2);
        }
    }

    private Iterable<List<?>> names() throws Exception {
        try (var content = Files.newInputStream(data.resolve("smtp-certificate.pem"))) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
            return certificate.getSubjectAlternativeNames();
        }
    }
}
