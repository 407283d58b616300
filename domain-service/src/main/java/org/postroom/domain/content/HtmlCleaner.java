package org.postroom.domain.content;

/** Takes from HTML everything that could act: scripts, styles that reach outside, forms, frames, handlers. */
public interface HtmlCleaner {

    /** Returns the harmless rest. */
    String clean(String html);
}
