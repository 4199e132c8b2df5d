package org.feedbackloop.intake.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.feedbackloop.intake.Adapting;
import org.feedbackloop.intake.draft.Normaliser;

/** Every typed channel that ships, found by its class as the container finds it, and made without one. */
final class TypedChannels {

    private static final String PACKAGE = TypedAdapter.class.getPackageName();
    private static final List<TypedAdapter<?>> ALL = find();

    private TypedChannels() {}

    static Stream<TypedAdapter<?>> all() {
        return ALL.stream();
    }

    static TypedAdapter<?> at(String address) {
        return all().filter(adapter -> adapter.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static List<TypedAdapter<?>> find() {
        try {
            Path root = Path.of(
                            TypedAdapter.class.getResource("TypedAdapter.class").toURI())
                    .getParent();
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(file -> file.endsWith("Adapter.class"))
                        .sorted()
                        .map(TypedChannels::load)
                        .filter(type -> TypedAdapter.class.isAssignableFrom(type) && type != TypedAdapter.class)
                        .<TypedAdapter<?>>map(TypedChannels::make)
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(PACKAGE + '.' + file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static TypedAdapter<?> make(Class<?> type) {
        try {
            return (TypedAdapter<?>) type.getConstructor(Normaliser.class).newInstance(Adapting.NORMALISER);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
