package org.postroom.inbound.reception.smtp;

import io.netty.handler.ssl.SslHandler;
import org.apache.james.protocols.api.ClientAuth;
import org.apache.james.protocols.netty.Encryption;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** TLS with the certificate that the bundle has now: who connects after it was renewed gets the new one. */
final class ReloadedEncryption implements Encryption {

    /** RFC 8996 forbids the older ones. */
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private volatile Encryption present;

    private ReloadedEncryption(SslBundle bundle) {
        this.present = encryption(bundle);
    }

    /** Follows a bundle; it is told anew where the bundle has {@code reload-on-update}. */
    static Encryption of(SslBundles bundles, String name) {
        var encryption = new ReloadedEncryption(bundles.getBundle(name));
        bundles.addBundleUpdateHandler(name, renewed -> encryption.present = encryption(renewed));
        return encryption;
    }

    private static Encryption encryption(SslBundle bundle) {
        return Encryption.createStartTls(bundle.createSslContext(), null, PROTOCOLS, ClientAuth.NONE);
    }

    @Override
    public boolean isStartTLS() {
        return present.isStartTLS();
    }

    @Override
    public boolean supportsEncryption() {
        return present.supportsEncryption();
    }

    @Override
    public String @Nullable [] getEnabledCipherSuites() {
        return present.getEnabledCipherSuites();
    }

    @Override
    public ClientAuth getClientAuth() {
        return present.getClientAuth();
    }

    @Override
    public SslHandler sslHandler() {
        return present.sslHandler();
    }
}
