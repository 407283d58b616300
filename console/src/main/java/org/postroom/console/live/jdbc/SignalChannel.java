package org.postroom.console.live.jdbc;

import java.util.Collection;
import org.postroom.console.live.Signal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends signals to every replica, with the transaction that made the change: nobody hears of it before it can be read. */
public final class SignalChannel {

    static final String NAME = "postroom_console";

    /** Stands for every signal that there could be. */
    static final String EVERYTHING = "*";

    private final JdbcClient database;

    /** Sends through the given database. */
    public SignalChannel(JdbcClient database) {
        this.database = database;
    }

    /** Sends signals when the present transaction commits. */
    public void send(Collection<Signal> signals) {
        if (!signals.isEmpty()) {
            notify(signals.stream().map(Signal::encoded).toArray(String[]::new));
        }
    }

    /** Wakes every open page when the present transaction commits: anything may have changed. */
    public void sendEverything() {
        notify(EVERYTHING);
    }

    private void notify(String... payloads) {
        database.sql("select count(pg_notify(?, payload)) from unnest(?::text[]) payload")
                .param(NAME)
                .param(payloads)
                .query(Long.class)
                .single();
    }
}
