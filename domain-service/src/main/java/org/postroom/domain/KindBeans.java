package org.postroom.domain;

import java.util.Objects;
import java.util.function.Supplier;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.DirectoryParts;
import org.postroom.domain.directory.EntryKind;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.directory.OutboxEntryPublisher;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.transfer.Section;
import org.postroom.domain.transfer.http.DirectorySection;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/**
 * Makes what follows from the description of each kind: its publisher, its directory and, where the description says all
 * there is to say, its section of configuration documents. They are beans of the kind's own types, for instance {@code
 * Directory<Skill>}.
 */
@Component
final class KindBeans implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (!(registry instanceof DefaultListableBeanFactory beans)) {
            throw new IllegalStateException("expected a registry that tells the types of its beans, but got "
                    + registry.getClass().getName());
        }
        for (String name : beans.getBeanNamesForType(EntryKind.class, true, false)) {
            register(beans, name);
        }
    }

    private static void register(DefaultListableBeanFactory beans, String name) {
        Class<?> description = Objects.requireNonNull(beans.getType(name), "the type of a bean");
        ResolvableType entry =
                ResolvableType.forClass(EntryKind.class, description).getGeneric(0);
        String publisher = name + "Publisher";
        String directory = name + "Directory";
        define(
                beans,
                publisher,
                ResolvableType.forClassWithGenerics(EntryPublisher.class, entry),
                () -> publisher(kind(beans, name), beans.getBean(Outbox.class)));
        define(
                beans,
                directory,
                ResolvableType.forClassWithGenerics(Directory.class, entry),
                () -> directory(
                        kind(beans, name),
                        beans.getBean(publisher, EntryPublisher.class),
                        beans.getBean(DirectoryParts.class)));
        if (ReadableKind.class.isAssignableFrom(description)) {
            define(
                    beans,
                    name + "Section",
                    ResolvableType.forClass(Section.class),
                    () -> section(readableKind(beans, name), beans.getBean(directory, Directory.class)));
        }
    }

    private static void define(DefaultListableBeanFactory beans, String name, ResolvableType type, Supplier<?> made) {
        var bean = new RootBeanDefinition();
        bean.setTargetType(type);
        bean.setInstanceSupplier(made);
        beans.registerBeanDefinition(name, bean);
    }

    private static EntryKind<?, ?> kind(BeanFactory beans, String name) {
        return beans.getBean(name, EntryKind.class);
    }

    private static ReadableKind<?, ?> readableKind(BeanFactory beans, String name) {
        return beans.getBean(name, ReadableKind.class);
    }

    private static EntryPublisher<?> publisher(EntryKind<?, ?> kind, Outbox outbox) {
        return new OutboxEntryPublisher<>(kind, outbox);
    }

    @SuppressWarnings("unchecked") // the publisher was made for this kind above
    private static <T extends Configured> Directory<T> directory(
            EntryKind<T, ?> kind, EntryPublisher<?> publisher, DirectoryParts shared) {
        return new Directory<>(
                kind.kind(),
                kind.type(),
                (EntryPublisher<T>) publisher,
                kind,
                kind.isCounted() ? shared : shared.uncounted());
    }

    @SuppressWarnings("unchecked") // the directory was made for this kind above
    private static <T extends Configured, J extends EntryJson> Section section(
            ReadableKind<T, J> kind, Directory<?> directory) {
        return new DirectorySection<>((Directory<T>) directory, kind);
    }
}
