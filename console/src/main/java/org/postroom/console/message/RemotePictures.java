package org.postroom.console.message;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures on the web that one mail refers to, in their order, each once. A page names them by their place in that order and
 * never by their address, so that nobody can have anything else loaded by it.
 */
public final class RemotePictures {

    /** A long newsletter has fifty. */
    private static final int MOST = 500;

    private static final int LONGEST_ADDRESS = 4_000;

    private final boolean shown;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private RemotePictures(boolean shown) {
        this.shown = shown;
    }

    /** They are found and not shown. */
    public static RemotePictures notShown() {
        return new RemotePictures(false);
    }

    /** Somebody asked for them. */
    public static RemotePictures shown() {
        return new RemotePictures(true);
    }

    /** Whether somebody asked for them. */
    public boolean isShown() {
        return shown;
    }

    /** Their addresses on the web, by their places. */
    public List<String> addresses() {
        return List.copyOf(places.keySet());
    }

    /** Where the browser finds the picture of an address, relative to the page; null where it is not to find it. */
    @Nullable
    String addressOf(String written) {
        // Without a scheme it has that of the page, which mails do not have; and people write spaces.
        String source = (written.startsWith("//") ? "https:" + written : written).replace(" ", "%20");
        if (!isOfTheWeb(source)) {
            return null;
        }
        @Nullable Integer known = places.get(source);
        if (known == null && places.size() < MOST) {
            known = places.size();
            places.put(source, known);
        }
        return shown && known != null ? "remote/" + known : null;
    }

    private static boolean isOfTheWeb(String source) {
        if (source.length() > LONGEST_ADDRESS) {
            return false;
        }
        try {
            URI address = URI.create(source);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return address.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
