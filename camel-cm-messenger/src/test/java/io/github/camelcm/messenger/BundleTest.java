package io.github.camelcm.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tested classes, be they a folder or the jar, are an OSGi bundle that Karaf can resolve. */
class BundleTest {

    private static final String OWN = "io.github.camelcm.messenger";

    /** What Karaf's features camel-core and camel-jackson consist of, of the jars that the component knows. */
    private static final Set<String> CAMEL_IN_KARAF = Set.of(
            "camel-api",
            "camel-core-model",
            "camel-management-api",
            "camel-support",
            "camel-util",
            "camel-util-json",
            "camel-jackson");

    private final Attributes manifest = manifest().getMainAttributes();

    @Test
    void exportsItsPublicPackagesWithTheirVersionAndNoOthers() {
        assertThat(header("Export-Package").asMapMap())
                .containsOnlyKeys(OWN, OWN + ".model", OWN + ".rules")
                .allSatisfy((name, attributes) -> assertThat(attributes.get("version"))
                        .isNotEqualTo("0.0.0")
                        .matches("\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void hasAnIdentityAndCamelsServiceFilesButNoActivatorAndNoImportsOfAnything() {
        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("io.github.camelcm.camel-cm-messenger");
        assertThat(getClass().getResource("/META-INF/services/org/apache/camel/component/cm-messenger"))
                .isNotNull();
        assertThat(manifest.getValue("Bundle-Activator")).isNull();
        assertThat(manifest.getValue("DynamicImport-Package")).isNull();
        assertThat(manifest.getValue("Require-Bundle")).isNull();
    }

    @Test
    void importsLibrariesInTheRangesThatItIsTestedWith() {
        imports().forEach((name, attributes) -> {
            String range = attributes.getVersion();
            if (name.startsWith("org.apache.camel")) {
                assertThat(range).as(name).isEqualTo("[4.14,5)");
            } else if (name.startsWith("com.fasterxml.jackson.")) {
                assertThat(range).as(name).isEqualTo("[2.19,3)");
            } else if (name.startsWith("org.apache.hc.")) { // Karaf's bundle of it exports packages without versions
                assertThat(range).as(name).isNull();
            } else if (!isOfTheJdk(name)) {
                assertThat(name).matches("org\\.slf4j|io\\.micrometer\\..*|org\\.jspecify\\.annotations");
            }
        });
        assertThat(imports())
                .containsKeys("org.apache.camel", "com.fasterxml.jackson.databind", "org.apache.hc.core5.http");
    }

    @Test
    void needsNeitherMicrometerNorNullnessAnnotationsAndEverythingElse() {
        Set<String> optional = imports().entrySet().stream()
                .filter(one -> "optional".equals(one.getValue().get("resolution:")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(optional)
                .isNotEmpty()
                .allMatch(name -> name.startsWith("io.micrometer.") || name.startsWith("org.jspecify."));
        assertThat(imports().keySet())
                .filteredOn(name -> name.startsWith("io.micrometer.") || name.startsWith("org.jspecify."))
                .allMatch(optional::contains);
    }

    @Test
    void importsOfCamelOnlyWhatIsInCamelsBundlesForKaraf() {
        List<String> camel = imports().keySet().stream()
                .filter(name -> name.startsWith("org.apache.camel"))
                .toList();

        assertThat(camel).isNotEmpty().allSatisfy(name -> assertThat(jarsWith(name))
                .as("the jars that have the package %s", name)
                .isNotEmpty()
                .anyMatch(CAMEL_IN_KARAF::contains));
    }

    private Map<String, Attrs> imports() {
        return header("Import-Package").asMapMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> new Attrs(one.getValue())));
    }

    private Parameters header(String name) {
        return OSGiHeader.parseHeader(manifest.getValue(name));
    }

    private static boolean isOfTheJdk(String name) {
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.isNamed()
                        && (module.getName().startsWith("java.")
                                || module.getName().startsWith("jdk.")))
                .anyMatch(module -> module.isExported(name));
    }

    /** Without their versions. Where they are is asked of the class path, not of a class loader: jars may lack folders. */
    private static Set<String> jarsWith(String name) {
        String folder = name.replace('.', '/') + "/";
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> holds(entry, folder))
                .map(BundleTest::artifact)
                .collect(Collectors.toSet());
    }

    private static boolean holds(String jar, String folder) {
        try (JarFile file = new JarFile(jar)) {
            return file.stream()
                    .anyMatch(entry -> entry.getName().startsWith(folder)
                            && entry.getName().endsWith(".class")
                            && entry.getName().indexOf('/', folder.length()) < 0);
        } catch (IOException e) {
            throw new UncheckedIOException(jar, e);
        }
    }

    private static String artifact(String jar) {
        Matcher name = Pattern.compile("(.+?)-\\d.*")
                .matcher(Path.of(jar).getFileName().toString());
        return name.matches() ? name.group(1) : jar;
    }

    private static Manifest manifest() {
        try {
            URL where = CmMessengerComponent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
            Path tested = Path.of(where.toURI());
            if (Files.isRegularFile(tested)) {
                try (JarFile jar = new JarFile(tested.toFile())) {
                    return jar.getManifest();
                }
            }
            try (InputStream file = Files.newInputStream(tested.resolve("META-INF/MANIFEST.MF"))) {
                return new Manifest(file);
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("The tested classes have no manifest", e);
        }
    }
}
