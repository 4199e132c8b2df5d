package org.feedbackloop.local.process;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.lang3.SystemUtils;

/** Unpacks the PostgreSQL binaries that fit this machine. */
final class UnpackPostgres {

    private static final int EXECUTABLE = 0100;

    private UnpackPostgres() {}

    /** Argument: the folder to create. Several processes may do it at a time; the first to end wins. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        Path draft = Files.createTempDirectory(Files.createDirectories(target.getParent()), "postgres-unpacking");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), hardware());
                TarArchiveInputStream archive =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            unpack(archive, draft);
        }
        try {
            Files.move(draft, target);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, Path folder) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path path = folder.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(archive, path);
                path.toFile().setExecutable((entry.getMode() & EXECUTABLE) != 0, false);
            }
        }
    }

    private static String system() {
        if (SystemUtils.IS_OS_MAC) {
            return "Darwin";
        }
        return SystemUtils.IS_OS_WINDOWS ? "Windows" : "Linux";
    }

    private static String hardware() {
        return "amd64".equals(SystemUtils.OS_ARCH) ? "x86_64" : SystemUtils.OS_ARCH;
    }
}
