package org.postroom.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Envelope senders that forwarders have rewritten by the Sender Rewriting Scheme, so that SPF passes for them: {@code
 * SRS0=hash=time=domain=local@forwarder}, and by a second forwarder {@code SRS1=hash=forwarder==hash=time=domain=local@second}.
 */
public final class SrsAddress {

    private static final String HASH = "[A-Za-z0-9+/._-]+";
    private static final Pattern FIRST =
            Pattern.compile("SRS0[-+=]" + HASH + "=[A-Za-z0-9]{1,4}=([^=@]+)=(.+)@[^@]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECOND = Pattern.compile(
            "SRS1[-+=]" + HASH + "=[^=@]+=[-+=]" + HASH + "=[A-Za-z0-9]{1,4}=([^=@]+)=(.+)@[^@]+",
            Pattern.CASE_INSENSITIVE);

    private SrsAddress() {}

    /**
     * The sender before it was rewritten. Only the forwarder knows whether it is true.
     *
     * @return empty where the address was not rewritten
     */
    public static Optional<String> original(String address) {
        Matcher first = FIRST.matcher(address);
        if (first.matches()) {
            return Optional.of(first.group(2) + "@" + first.group(1));
        }
        Matcher second = SECOND.matcher(address);
        return second.matches() ? Optional.of(second.group(2) + "@" + second.group(1)) : Optional.empty();
    }
}
