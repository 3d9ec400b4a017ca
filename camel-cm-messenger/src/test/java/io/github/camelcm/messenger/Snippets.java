package io.github.camelcm.messenger;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Takes the code out of a document, compiles it, and runs it. */
final class Snippets {

    private static final String IMPORTS = """
            import static io.github.camelcm.messenger.model.Button.*;
            import static io.github.camelcm.messenger.model.Card.titled;
            import static io.github.camelcm.messenger.model.QuickReply.quickReply;
            import io.github.camelcm.messenger.*;
            import io.github.camelcm.messenger.model.*;
            import io.github.camelcm.messenger.rules.*;
            import java.util.*;
            import org.apache.camel.builder.RouteBuilder;
            import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
            """;

    private final String document;
    private final Path classes;
    private final String imports;

    /** @param classes a folder for what is compiled */
    Snippets(Path document, Path classes) throws IOException {
        this(Files.readString(document), classes, IMPORTS);
    }

    private Snippets(String document, Path classes, String imports) {
        this.document = document;
        this.classes = classes;
        this.imports = imports;
    }

    /** The part of an AsciiDoc document below a heading of the first or second level. */
    Snippets section(String heading) {
        String below = find("^===? " + Pattern.quote(heading) + "\\n((?s:.*?))(?=^===? |\\z)")
                .get(0);
        return new Snippets(below, classes, imports);
    }

    /** The same, but compiled with the imports that it shows, and no others. */
    Snippets withItsOwnImports() {
        String own = blocksOf("java").filter(Snippets::imports).collect(Collectors.joining());
        if (own.isEmpty()) {
            throw new AssertionError("no imports are shown");
        }
        return new Snippets(document, classes, own + "import org.apache.camel.builder.RouteBuilder;\n");
    }

    private static boolean imports(String block) {
        return block.startsWith("import ");
    }

    /** The blocks of a language but for those that show imports, as Markdown ({@code ```xml}) or AsciiDoc ({@code [source,xml]}) writes them. */
    List<String> blocks(String language) {
        return blocksOf(language).filter(block -> !imports(block)).toList();
    }

    private Stream<String> blocksOf(String language) {
        Pattern block = Pattern.compile(
                "(?:^```" + language + "\\n(.*?)^```$)|(?:^\\[source,\\s*" + language + "\\]\\n----\\n(.*?)^----$)",
                Pattern.MULTILINE | Pattern.DOTALL);
        return block.matcher(document).results().map(match -> match.group(1) != null ? match.group(1) : match.group(2));
    }

    /** Everything that a pattern's first group finds. */
    List<String> find(String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(document)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Adds the routes of an XML or YAML block. */
    static void addRoutes(CamelContext context, String language, String block) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("snippet." + language, block));
    }

    /** Adds the routes of a Java block, the body of a {@code configure} method. */
    void addJavaRoutes(CamelContext context, String name, String block) throws Exception {
        context.addRoutes(javaRoutes(name, block));
    }

    /** The routes of a Java block, the body of a {@code configure} method. */
    RoutesBuilder javaRoutes(String name, String block) throws Exception {
        Class<?> type = compile(
                name, "public class " + name + " extends RouteBuilder { public void configure() {\n" + block + "\n} }");
        return (RoutesBuilder) type.getDeclaredConstructor().newInstance();
    }

    /** The value of a Java expression. */
    Object evaluate(String name, String expression) throws Exception {
        Class<?> type = compile(
                name,
                "public class " + name + " implements java.util.concurrent.Callable<Object> { public Object call() {\n"
                        + "String url = \"https://example.com/a.jpg\";\nreturn " + expression + ";\n} }");
        return ((java.util.concurrent.Callable<?>) type.getDeclaredConstructor().newInstance()).call();
    }

    private Class<?> compile(String name, String code) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return imports + code;
                    }
                };
        StringWriter problems = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        if (!compiler.getTask(problems, null, null, options, null, List.of(source))
                .call()) {
            throw new AssertionError("The snippet does not compile:\n" + code + "\n" + problems);
        }
        return new URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, Snippets.class.getClassLoader())
                .loadClass(name);
    }
}
