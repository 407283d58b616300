package org.postroom.console.administration.entry;

import org.jsoup.Jsoup;

/** The words of an HTML text, one line a paragraph, for lists and comparisons. */
final class HtmlWords {

    private HtmlWords() {}

    static String of(String html) {
        return Jsoup.parseBodyFragment(html).body().wholeText().strip();
    }
}
