package org.postroom.console.administration.entry;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What may be chosen in one form; each source is asked once, and only when a field needs it. */
public final class Options {

    private final Function<Source, Map<String, String>> ask;
    private final Map<Source, Map<String, String>> asked = new EnumMap<>(Source.class);

    /**
     * Options that are still to be asked for.
     *
     * @param ask returns a source's options by key, in the order to show them in
     */
    public Options(Function<Source, Map<String, String>> ask) {
        this.ask = ask;
    }

    /** A source's options: what they are called, by the key that is saved. */
    public Map<String, String> of(Source source) {
        return asked.computeIfAbsent(source, ask);
    }

    /** What an option is called; the key itself where the source does not know it. */
    public String label(Source source, Object key) {
        String text = String.valueOf(key);
        return of(source).getOrDefault(text, text);
    }
}
