package org.postroom.domain.flow;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.queue.Queue;
import org.postroom.flow.Mention;

/**
 * What is to happen with mail before an agent sees it.
 *
 * @param name the name, alone in its organisation
 * @param fallbackQueue where mail goes that the flow cannot decide on, and all mail while no definition is published
 * @param newest the newest definition, a draft until it is published
 * @param published the definition in force; null where none was published yet
 */
public record Flow(
        Name name,
        Id<Queue> fallbackQueue,
        VersionedDefinition newest,
        @Nullable VersionedDefinition published) implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("flow");

    /** A flow as it is asked for at first: with one definition, which is not published. */
    public static Flow first(Name name, Id<Queue> fallbackQueue, Definition definition) {
        return new Flow(name, fallbackQueue, new VersionedDefinition(1, definition), null);
    }

    /** The flow with other values; a definition that differs gets the next version. */
    public Flow saved(Name newName, Id<Queue> newFallbackQueue, Definition definition) {
        VersionedDefinition next = newest.definition().equals(definition)
                ? newest
                : new VersionedDefinition(newest.version() + 1, definition);
        return new Flow(newName, newFallbackQueue, next, published);
    }

    /** The flow with this definition in force. */
    public Flow published(VersionedDefinition definition) {
        return new Flow(name, fallbackQueue, newest, definition);
    }

    @Override
    public List<Reference> references() {
        Stream<Mention> mentions = Stream.concat(
                newest.definition().mentions().stream(),
                published == null ? Stream.of() : published.definition().mentions().stream());
        return Stream.concat(
                        Stream.of(new Reference("fallbackQueueId", Queue.KIND, fallbackQueue.value())),
                        mentions.map(mention ->
                                new Reference("definition", DefinitionCheck.kindOf(mention.kind()), mention.id())))
                .distinct()
                .toList();
    }

    /**
     * A definition with its place among the definitions of a flow.
     *
     * @param version the version, counted from 1
     * @param definition the definition
     */
    public record VersionedDefinition(long version, Definition definition) {}
}
