package org.postroom.runtime.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted: the platform's usual authorities and those that the operator adds. */
public final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * A context that trusts them.
     *
     * @param additional a PEM file with certificates of authorities to trust beside the usual ones; null for none
     * @param setting names the file in complaints
     * @throws IllegalArgumentException where the file is not what is expected
     */
    public static SSLContext context(@Nullable Path additional, String setting) {
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (X509Certificate usual : usual()) {
                trusted.setCertificateEntry("usual-" + count++, usual);
            }
            if (additional != null) {
                for (Certificate certificate : read(additional)) {
                    trusted.setCertificateEntry("additional-" + count++, certificate);
                }
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalArgumentException(
                    setting + ": expected a PEM file with certificates, but " + unusable.getMessage(), unusable);
        }
    }

    private static X509Certificate[] usual() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager certificates) {
                return certificates.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    private static Iterable<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem);
        }
    }
}
