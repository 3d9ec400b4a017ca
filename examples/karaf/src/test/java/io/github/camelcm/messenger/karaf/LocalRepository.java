package io.github.camelcm.messenger.karaf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A Maven repository in a folder, as {@code mvn install} would have filled it.
 *
 * @param folder its root
 */
record LocalRepository(Path folder) {

    /** An empty one; what is in the folder is deleted. */
    static LocalRepository empty(Path folder) throws IOException {
        deleteAll(folder);
        Files.createDirectories(folder);
        return new LocalRepository(folder);
    }

    /** Deletes a folder and all that is in it. */
    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> innerFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            innerFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : innerFirst) {
            Files.delete(file);
        }
    }

    /** Where an artifact belongs; the folder is there. */
    Path place(String group, String artifact, String version, String ending) throws IOException {
        Path parent = folder.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
        Files.createDirectories(parent);
        return parent.resolve(artifact + "-" + version + ending);
    }

    /** Adds a copy of the jar that says it is another version of the bundle. */
    Path addUpdate(String group, String artifact, Path jar, String version) throws IOException {
        Path update = place(group, artifact, version, ".jar");
        try (JarFile old = new JarFile(jar.toFile());
                JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            Manifest manifest = old.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (OutputStream file = Files.newOutputStream(update);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new ZipEntry(entry.getName()));
                        in.transferTo(out);
                    }
                }
            }
        }
        return update;
    }
}
