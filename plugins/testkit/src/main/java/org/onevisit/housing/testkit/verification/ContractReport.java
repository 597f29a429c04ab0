package org.onevisit.housing.testkit.verification;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes which rules a check keeps to {@code target/contract-report/<class>.html}, the page that a vendor hands over. */
public final class ContractReport implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Logger LOG = LoggerFactory.getLogger(ContractReport.class);
    private static final Namespace NAMESPACE = Namespace.create(ContractReport.class);
    private static final Path FOLDER = Path.of("target", "contract-report");

    /** Rules in order, each with what went wrong. */
    private static final class Rules {
        private final Map<String, Optional<String>> results = new TreeMap<>();
        private String denied = "";
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(context.getRequiredTestClass(), new Rules());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!context.getDisplayName().startsWith("V-")) {
            return;
        }
        Rules rules = rules(context);
        Optional<String> fault = context.getExecutionException().map(thrown -> String.valueOf(thrown.getMessage()));
        rules.results.put(context.getDisplayName(), fault);
        if (context.getRequiredTestInstance() instanceof AgencyCheckContract contract) {
            rules.denied = contract.lacks().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Rules rules = rules(context);
        String name = context.getRequiredTestClass().getName();
        long passed = rules.results.values().stream().filter(Optional::isEmpty).count();
        String summary = passed == rules.results.size()
                ? passed + " rules passed"
                : passed + " of " + rules.results.size() + " rules passed";
        Path page = FOLDER.resolve(name + ".html");
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(page, page(name, summary, rules));
        } catch (IOException e) {
            throw new UncheckedIOException("the contract report " + page + " cannot be written", e);
        }
        LOG.info("{}: {}; see {}", name, summary, page);
    }

    private static Rules rules(ExtensionContext context) {
        return requireNonNull(context.getStore(NAMESPACE).get(context.getRequiredTestClass(), Rules.class));
    }

    private static String page(String name, String summary, Rules rules) throws IOException {
        StringBuilder rows = new StringBuilder();
        rules.results.forEach((rule, fault) -> rows.append("<tr><th scope=\"row\">%s</th><td>%s</td></tr>%n"
                .formatted(
                        escaped(rule),
                        fault.map(text -> "不符 failed: " + escaped(text)).orElse("符合 passed"))));
        try (InputStream template = ContractReport.class.getResourceAsStream("contract-report.html")) {
            if (template == null) {
                throw new IOException("the template contract-report.html is missing in the contract kit");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${name}", escaped(name))
                    .replace("${summary}", escaped(summary))
                    .replace("${denied}", rules.denied.isEmpty() ? "无 none" : rules.denied)
                    .replace("${rows}", rows);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
