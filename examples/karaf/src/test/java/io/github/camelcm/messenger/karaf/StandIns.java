package io.github.camelcm.messenger.karaf;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Bundles in place of camel-karaf's own, which cannot be had everywhere: each is the plain jar of Camel from the test's
 * class path, with a manifest made by bnd, under camel-karaf's name and version. So the features file stays as users get
 * it, and the classes are Camel's, though of another 4.14 than camel-karaf's. camel-core-osgi, the part of Camel that
 * knows OSGi, is the real one. For a module that has no plain jar the bundle is empty.
 */
final class StandIns {

    private static final String GROUP = "org.apache.camel.karaf";
    private static final String REAL = "camel-core-osgi";
    private static final Pattern BUNDLE = Pattern.compile("mvn:" + Pattern.quote(GROUP) + "/([\\w-]+)/([\\w.]+)");

    private final LocalRepository repository;
    private final List<String> wrapped = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    private StandIns(LocalRepository repository) {
        this.repository = repository;
    }

    /**
     * Makes them.
     *
     * @param featuresFile camel-karaf's, as users get it
     * @param features the features to be installed; what they need is found
     * @param repository where they are written to
     * @return what was made
     */
    static StandIns make(Path featuresFile, List<String> features, LocalRepository repository) throws Exception {
        StandIns made = new StandIns(repository);
        for (Map.Entry<String, String> module : modules(featuresFile, features).entrySet()) {
            made.make(module.getKey(), module.getValue());
        }
        return made;
    }

    /** Names and versions of camel-karaf's bundles. */
    private static Map<String, String> modules(Path featuresFile, List<String> features) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(featuresFile.toFile())
                .getDocumentElement();
        Map<String, Element> all = new HashMap<>();
        for (Element feature : elements(root, "feature")) {
            if (feature.getParentNode() == root) {
                all.put(feature.getAttribute("name"), feature);
            }
        }
        Map<String, String> modules = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        features.forEach(feature -> addModules(feature, all, seen, modules));
        modules.remove(REAL);
        return modules;
    }

    private static void addModules(
            String name, Map<String, Element> all, Set<String> seen, Map<String, String> modules) {
        Element feature = all.get(name);
        if (feature == null || !seen.add(name)) {
            return; // one of Karaf's own
        }
        for (Element bundle : elements(feature, "bundle")) {
            Matcher url = BUNDLE.matcher(bundle.getTextContent().trim());
            if (url.matches()) {
                modules.put(url.group(1), url.group(2));
            }
        }
        for (Element needed : elements(feature, "feature")) {
            addModules(needed.getTextContent().trim(), all, seen, modules);
        }
    }

    private static List<Element> elements(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private void make(String module, String version) throws Exception {
        Path plain = plainJar(module);
        try (Analyzer analyzer = new Analyzer(plain == null ? new Jar(module) : new Jar(plain.toFile()))) {
            analyzer.setBundleSymbolicName("stand-in." + module);
            analyzer.setBundleVersion(version);
            analyzer.setProperty(Constants.METAINF_SERVICES, "none");
            analyzer.setProperty(Constants.NOEXTRAHEADERS, "true");
            analyzer.setExportPackage("*;version=" + version);
            analyzer.setImportPackage(
                    "org.apache.camel.*;version=\"[4.14,4.15)\";resolution:=optional,*;resolution:=optional");
            analyzer.getJar().setManifest(analyzer.calcManifest());
            if (!analyzer.isOk()) {
                throw new IllegalStateException("No bundle can be made of " + module + ": " + analyzer.getErrors());
            }
            analyzer.getJar()
                    .write(repository.place(GROUP, module, version, ".jar").toFile());
        }
        (plain == null ? empty : wrapped)
                .add(plain == null ? module : plain.getFileName().toString());
    }

    private static Path plainJar(String module) {
        Pattern name = Pattern.compile(Pattern.quote(module) + "-\\d[\\w.]*\\.jar");
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> name.matcher(path.getFileName().toString()).matches())
                .findFirst()
                .orElse(null);
    }

    /** The plain jars that bundles were made of. */
    List<String> wrapped() {
        return wrapped;
    }

    /** The modules whose bundle is empty. */
    List<String> empty() {
        return empty;
    }
}
